import type { ChangeKind, ReleaseDetail } from '../../core/answers.ts';
import type { Dataset } from '../../core/dataset.ts';
import { AppError } from '../../core/problem.ts';
import type { Lang } from '../../core/region.ts';
import { cellChange } from '../../core/views/cellChange.ts';
import { targetChange } from '../../core/views/targetChange.ts';
import type { Db } from '../db/client.ts';
import { countReleaseCells, findRelease, listReleaseCells } from '../db/queries/releases.ts';
import { countReleaseTargets, listReleaseTargets, type ReleaseTarget } from '../db/queries/releaseTargets.ts';

/** One release with what it changed, cell by cell. Throws `not_found`. */
export async function getRelease(
  db: Db,
  dataset: Dataset,
  asked: { release: number; at: string | null; offset: number; limit: number; lang: Lang },
): Promise<ReleaseDetail> {
  const release = await findRelease(db, asked);
  if (release === null) {
    const id = String(asked.release);
    throw new AppError('not_found', { zh: `没有批次 ${id}`, en: `No release ${id}` }, { id });
  }
  const cells = await listReleaseCells(db, asked);
  const total = await countReleaseCells(db, asked);
  // Figures first, then targets: one list to page through.
  const targets = await listReleaseTargets(db, {
    release: asked.release,
    offset: Math.max(0, asked.offset - total),
    limit: asked.limit - cells.length,
  });
  return {
    ...release,
    changes: [
      ...cells.map((cell) =>
        cellChange(
          dataset,
          { region: cell.region, indicator: cell.indicator, year: cell.year },
          cell.had ? { value: cell.old_value, symbol: cell.old_symbol } : null,
          { value: cell.value, symbol: cell.symbol },
          asked.lang,
        ),
      ),
      ...targets.map(({ key, before, after }) =>
        targetChange(dataset, key, { before, after, kind: kindOf(before, after) }, asked.lang),
      ),
    ],
    changes_total: total + (await countReleaseTargets(db, asked)),
  };
}

function kindOf(before: ReleaseTarget['before'], after: ReleaseTarget['after']): ChangeKind {
  if (after === null) return before === null ? 'unchanged' : 'withdrawn';
  return before === null ? 'new' : 'revised';
}
