import { expect, it } from 'vitest';
import { toCsv } from '../../core/csvText.ts';

it('writes numbers as they are and makes formula-like text inert', () => {
  const text = toCsv(
    ['a', 'b'],
    [
      [-5, '-5'],
      [{ number: '35.0' }, '=1+1'],
      [null, '@x'],
      [true, '+86'],
    ],
    { bom: false },
  );
  expect(text).toBe("a,b\r\n-5,'-5\r\n35.0,'=1+1\r\n,'@x\r\n1,'+86\r\n");
});

it('quotes what would break the table and begins with a BOM on request', () => {
  expect(toCsv(['x'], [['说"好",\n再见'], [' 前有空格']], { bom: true })).toBe(
    '\uFEFFx\r\n"说""好"",\n再见"\r\n" 前有空格"\r\n',
  );
});

it('is a header alone for an empty list', () => {
  expect(toCsv(['region', 'value'], [], { bom: false })).toBe('region,value\r\n');
});
