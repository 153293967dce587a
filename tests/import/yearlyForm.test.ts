import { describe, expect, it } from 'vitest';
import { readHeaderCell } from '../../core/csv/headerCell.ts';
import { indicatorReader } from '../../core/csv/indicator.ts';
import { parseUnit, unitsFit } from '../../core/csv/unit.ts';
import { yearlyForm } from '../../core/views/yearlyForm.ts';
import { seedDataset } from '../support/dataset.ts';

const dataset = seedDataset();

describe('the yearly form', () => {
  it.each(['zh', 'en'] as const)(
    'heads every indicator so that the reader knows year, indicator and unit (%s)',
    (lang) => {
      const readIndicator = indicatorReader(dataset);
      const indicators = dataset.indicators.map(({ indicator }) => indicator);
      for (const { indicator, header } of yearlyForm(dataset, { year: 2026, indicators, lang }).columns) {
        const cell = readHeaderCell(header, readIndicator);
        expect([header, cell.year, cell.indicator?.indicator, cell.indicator?.near]).toEqual([
          header,
          2026,
          indicator,
          false,
        ]);
        const own = parseUnit(dataset.indicatorById.get(indicator)?.unit ?? '');
        const fits = cell.unit === null ? own?.dimension === 'none' : own !== null && unitsFit(cell.unit, own);
        expect([header, fits, cell.unit?.shift ?? 0]).toEqual([header, true, own?.shift]);
      }
    },
  );
});
