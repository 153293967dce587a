import type { Context } from 'hono';
import type { RankingAnswer, RankingRow } from '../core/answers.ts';
import { csvAnswer, fields } from './csvAnswer.ts';

/** A line of a ranking's CSV: a ranked region, or one that is not and why. */
type RankingLine = Partial<RankingRow> & { indicator: string; unit: string; reason: string | null };

const RANKING = fields<RankingLine>(
  'indicator',
  'unit',
  'rank',
  'tied',
  'region',
  'name',
  'value',
  'display',
  'bound',
  'status',
  'computed',
  'year',
  'rank_previous',
  'rank_common',
  'rank_change',
  'newcomer',
  'to_best',
  'to_next',
  'to_median',
  'to_national',
  'reason',
  'source',
  'locator',
  'release',
  'note',
);

function rankingLines({ indicator, unit, rows, unranked }: RankingAnswer): RankingLine[] {
  return [
    ...rows.map((row) => ({ ...row, indicator, unit, reason: null })),
    ...unranked.map(({ region, name, reason }) => ({ region, name, indicator, unit, reason })),
  ];
}

/** A ranking as CSV: the ranked regions in order, then the others with the reason. */
export function rankingCsv(
  c: Context,
  ranking: RankingAnswer,
  { bom, fileName }: { bom: boolean; fileName: string },
): Response {
  return csvAnswer(c, { rows: rankingLines(ranking), columns: RANKING, bom, fileName });
}
