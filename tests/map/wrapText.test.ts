import { describe, expect, it } from 'vitest';
import { textWidth } from '../../core/map/textWidth.ts';
import { wrapText } from '../../core/map/wrapText.ts';

describe('textWidth', () => {
  it.each([
    { text: '', width: 0 },
    { text: '内蒙古', width: 30 },
    { text: '，。', width: 20 },
    { text: '0', width: 5.55 },
    { text: '10.5', width: 5.55 * 3 + 2.78 },
  ])('"$text" is $width at 10 px', ({ text, width }) => expect(textWidth(text, 10)).toBeCloseTo(width, 5));
});

describe('wrapText', () => {
  it.each([
    { name: 'nothing', text: '', width: 50, lines: [] },
    { name: 'short enough', text: '北京', width: 50, lines: ['北京'] },
    { name: 'between Han characters', text: '数字经济', width: 20, lines: ['数字', '经济'] },
    { name: 'a mark does not begin a line', text: '数字，经济', width: 20, lines: ['数', '字，', '经济'] },
    { name: 'a word stays whole', text: 'digital economy', width: 50, lines: ['digital', 'economy'] },
    { name: 'a number stays whole', text: '增长12.5%以上', width: 40, lines: ['增长', '12.5%以', '上'] },
    {
      name: 'a piece wider than the line stands alone',
      text: 'internationalization',
      width: 20,
      lines: ['internationalization'],
    },
  ])('$name', ({ text, width, lines }) => expect(wrapText(text, width, 10)).toEqual(lines));
});
