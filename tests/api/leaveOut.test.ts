import { expect, it } from 'vitest';
import { openTestApp } from '../support/app.ts';

it('leaves out an indicator, and the map pack, by one setting', async () => {
  const t = await openTestApp('seeded', { env: { DUIBIAO_LEAVE_OUT: 'map, digital-financial-inclusion' } });
  const { body } = await t.get<{ indicators: { indicator: string }[] }>('/api/v1/indicators');
  expect(body.indicators).toHaveLength(218);
  expect((await t.get('/api/v1/rankings?indicator=digital-financial-inclusion')).status).toBe(404);
  const past = await t.get('/api/v1/observations?indicator=digital-financial-inclusion&as_of=2024-12-31');
  expect(past.status).toBe(404);
  expect((await t.get('/maps/rd-intensity.png')).status).toBe(404);
  expect((await t.app.request('/charts/ranking/rd-intensity.svg')).status).toBe(200);
  await t.close();
});
