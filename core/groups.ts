import type { Dataset } from './dataset.ts';
import { AppError } from './problem.ts';
import type { Lang, Region } from './region.ts';

/** English names of the seven macro-regions and the bureau's four zones. */
const PART_EN: Record<string, string> = {
  华北: 'North China',
  东北: 'Northeast China',
  华东: 'East China',
  华中: 'Central China',
  华南: 'South China',
  西南: 'Southwest China',
  西北: 'Northwest China',
  东部: 'Eastern zone',
  中部: 'Central zone',
  西部: 'Western zone',
};

export type ResolvedGroup = {
  id: string;
  name: string;
  /** Members with statistics, in code order. */
  members: Region[];
  /** Members asked for by `list:` that have no statistics here. */
  outOfScope: Region[];
};

const partName = (part: string, lang: Lang, kind: 'macro' | 'zone') =>
  lang === 'en' ? (PART_EN[part] ?? part) : kind === 'zone' ? `${part}地区` : part;

function unknownGroup(id: string): AppError {
  return new AppError(
    'bad_parameter',
    {
      zh: `没有这个分组：${id}。可用 all、macro:华东、zone:东部、strategy:yangtze-delta、list:320000,330000 等`,
      en: `No such group: ${id}. Use all, macro:华东, zone:东部, strategy:yangtze-delta, list:320000,330000 …`,
    },
    { parameter: 'group', parameters: [{ name: 'group' }] },
  );
}

/** The members and name of a `group` parameter. Throws `bad_parameter` for an unknown group, `not_found` for an unknown region. */
export function resolveGroup(dataset: Dataset, id: string, lang: Lang): ResolvedGroup {
  const { provinces } = dataset;
  const of = (name: string, members: readonly Region[], outOfScope: Region[] = []) => ({
    id,
    name,
    members: [...members],
    outOfScope,
  });
  if (id === 'all') {
    const n = String(provinces.length);
    return of(lang === 'en' ? `All ${n} provinces` : `全部${n}个省份`, provinces);
  }
  const [kind, ...rest] = id.split(':');
  const part = rest.join(':');
  if (kind === 'macro' || kind === 'zone') {
    const members = provinces.filter((p) => (kind === 'macro' ? p.macro_region : p.economic_zone) === part);
    if (members.length === 0) throw unknownGroup(id);
    return of(partName(part, lang, kind), members);
  }
  if (kind === 'list') {
    const asked = [...new Set(part.split(','))].map((code) => {
      const region = dataset.regionById.get(code);
      if (region === undefined || region.level !== 'province') {
        throw new AppError('not_found', { zh: `没有这个地区：${code}`, en: `No such region: ${code}` }, { id: code });
      }
      return region;
    });
    const members = asked.filter((region) => region.has_data).sort((a, b) => (a.region < b.region ? -1 : 1));
    const n = String(members.length);
    return of(
      lang === 'en' ? `${n} chosen provinces` : `自选${n}个省份`,
      members,
      asked.filter((region) => !region.has_data),
    );
  }
  const group = dataset.groups.find((candidate) => candidate.group === id);
  if (group === undefined) throw unknownGroup(id);
  const members = provinces.filter((province) => group.members.includes(province.region));
  return of(lang === 'en' ? group.name_en : group.name_zh, members);
}

/** Every group with a name of its own: all, the macro-regions, the zones, the strategic groups. */
export function namedGroups(dataset: Dataset): string[] {
  const parts = (of: (region: Region) => string | null) => [
    ...new Set(dataset.provinces.map(of).filter((part) => part !== null)),
  ];
  return [
    'all',
    ...parts((region) => region.economic_zone).map((part) => `zone:${part}`),
    ...parts((region) => region.macro_region).map((part) => `macro:${part}`),
    ...dataset.groups.map((group) => group.group),
  ];
}
