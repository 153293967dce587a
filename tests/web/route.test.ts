import { describe, expect, it } from 'vitest';
import { changeParams, parseRoute, routeHref, type Route } from '../../web/src/lib/route.ts';

const at = (address: string) => parseRoute(new URL(address, 'http://localhost'));

describe('an address', () => {
  it.each<[string, Route]>([
    ['/', { page: 'map', region: null, params: {} }],
    [
      '/ranking?indicator=rd-intensity&year=2024',
      { page: 'ranking', region: null, params: { indicator: 'rd-intensity', year: '2024' } },
    ],
    ['/province/320000?status=met', { page: 'province', region: '320000', params: { status: 'met' } }],
    ['/province', { page: 'province', region: null, params: {} }],
    ['/ranking?group=list:320000,330000', { page: 'ranking', region: null, params: { group: 'list:320000,330000' } }],
    ['/ranking?group=zone%3A%E4%B8%9C%E9%83%A8', { page: 'ranking', region: null, params: { group: 'zone:东部' } }],
    ['/nowhere?lang=en', { page: 'unknown', region: null, params: { lang: 'en' } }],
    ['/?title=100%25%20%26%20more', { page: 'map', region: null, params: { title: '100% & more' } }],
  ])('%s is read', (address, route) => expect(at(address)).toEqual(route));

  it.each([
    ['a region that is no code is none', '/province/jiangsu', '/province'],
    ['an empty parameter is none', '/?year=', '/'],
    ['of a repeated parameter the last counts', '/?year=2023&year=2024', '/?year=2024'],
    ['parameters stand in alphabetical order', '/?year=2024&indicator=a', '/?indicator=a&year=2024'],
    ['commas and colons stay readable', '/?group=list%3A320000%2C330000', '/?group=list:320000,330000'],
  ])('%s', (_, address, written) => expect(routeHref(at(address))).toBe(written));

  it.each([
    { page: 'map', region: null, params: {} },
    { page: 'map', region: null, params: { tab: 'targets', lang: 'en' } },
    { page: 'ranking', region: null, params: { group: 'strategy:yangtze-delta', sort: '-value' } },
    { page: 'province', region: '150000', params: { open: '5g-base-stations:2025', as_of: '2026-01-01T00:00:00Z' } },
    { page: 'import', region: null, params: { import: 'a b+c&d=e#f' } },
    { page: 'sources', region: null, params: { q: '“十四五”规划 50%' } },
  ] satisfies Route[])('is the same after writing and reading: $page $params', (route) =>
    expect(at(routeHref(route))).toEqual(route),
  );
});

describe('a change of parameters', () => {
  it.each([
    ['adds', {}, { year: '2024' }, { year: '2024' }],
    ['replaces', { year: '2023' }, { year: '2024' }, { year: '2024' }],
    ['removes with null', { year: '2023', k: '5' }, { year: null }, { k: '5' }],
    ['removes with an empty text', { q: 'a' }, { q: '' }, {}],
    ['keeps 0, which is a value', {}, { inset: '0' }, { inset: '0' }],
  ])('%s', (_, before, change, after) => expect(changeParams(before, change)).toEqual(after));

  it('leaves what it was given as it was', () => {
    const before = { year: '2023' };
    changeParams(before, { year: null });
    expect(before).toEqual({ year: '2023' });
  });
});
