import { AppError } from '../../core/problem.ts';
import { asWriter } from '../db/asWriter.ts';
import { findRelease } from '../db/queries/releases.ts';
import { listLaterTargets, restoreTargetsBefore } from '../db/queries/releaseTargets.ts';
import { insertRelease, listLaterCells, setReleaseState, restoreBefore } from '../db/queries/writeRelease.ts';
import type { Deps } from '../deps.ts';

const CELLS_TOLD = 1_000;

/**
 * Takes a release back: a new release with revisions that restore what was valid before it. Nothing is deleted. Throws
 * `not_found`, `forbidden` for the seeds, and `later_release_touches` when figures of it were written again since, with the
 * cells; also when it was taken back already.
 */
export async function revertRelease(
  deps: Pick<Deps, 'database' | 'snapshots' | 'now'>,
  { release, reason }: { release: number; reason: string | null },
): Promise<{ release: number }> {
  const id = String(release);
  const reverted = await asWriter(deps.database, deps.now, async ({ tx, release: next, validFrom }) => {
    const found = await findRelease(tx, { release, at: null });
    if (found === null) throw new AppError('not_found', { zh: `没有批次 ${id}`, en: `No release ${id}` }, { id });
    if (found.kind === 'seed') {
      throw new AppError('forbidden', {
        zh: '种子数据是所有数据的起点，不能撤回',
        en: 'The seed data is what everything rests on; it cannot be taken back',
      });
    }
    const asked = { release, limit: CELLS_TOLD };
    const cells = [...(await listLaterCells(tx, asked)), ...(await listLaterTargets(tx, asked))].slice(0, CELLS_TOLD);
    if (cells.length > 0 || found.state === 'reverted') {
      throw new AppError(
        'later_release_touches',
        found.state === 'reverted'
          ? { zh: `批次 ${id} 已经撤回过`, en: `Release ${id} was taken back already` }
          : {
              zh: `之后的批次改动过其中的数据，请先撤回批次 ${laterReleases(cells).join('、')}`,
              en: `Later releases changed figures of it; take back ${laterReleases(cells).join(', ')} first`,
            },
        { cells, releases: laterReleases(cells) },
      );
    }
    const figures = await restoreBefore(tx, { release, as: next, validFrom });
    const targets = await restoreTargetsBefore(tx, { release, as: next, validFrom });
    await setReleaseState(tx, { release, state: 'reverted' });
    if (found.reverts !== null) await setReleaseState(tx, { release: found.reverts, state: 'committed' });
    await insertRelease(tx, {
      id: next,
      label: found.label,
      reason,
      kind: 'revert',
      reverts: release,
      createdBy: 'admin',
      createdAt: deps.now().toISOString(),
      validFrom,
      counts: {
        new: figures.again + targets.again,
        revised: figures.revised + targets.revised,
        unchanged: 0,
        missing: figures.withdrawn + targets.withdrawn,
        targets: targets.again + targets.revised + targets.withdrawn,
      },
    });
    return next;
  });
  await deps.snapshots.refresh();
  if (reverted === null) throw new RangeError('a revert always writes');
  return { release: reverted };
}

function laterReleases(cells: readonly { release: number }[]): number[] {
  return [...new Set(cells.map((cell) => cell.release))].sort((a, b) => b - a);
}
