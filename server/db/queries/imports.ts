import { desc, eq, lt, sql } from 'drizzle-orm';
import { type Db, isoInstant, schema } from '../client.ts';

const { importDrafts, releases } = schema;

export type DraftRow = typeof importDrafts.$inferSelect;

export async function insertDraft(db: Db, draft: DraftRow): Promise<void> {
  await db.insert(importDrafts).values(draft);
}

export async function findDraft(db: Db, { id }: { id: string }): Promise<DraftRow | null> {
  const [row] = await db.select().from(importDrafts).where(eq(importDrafts.id, id));
  return row === undefined
    ? null
    : { ...row, expiresAt: isoInstant(row.expiresAt), createdAt: isoInstant(row.createdAt) };
}

export async function updateDraft(
  db: Db,
  { id, ...changed }: { id: string } & Partial<Pick<DraftRow, 'options' | 'fixes' | 'confirmations' | 'shown'>>,
): Promise<void> {
  await db.update(importDrafts).set(changed).where(eq(importDrafts.id, id));
}

/** False when there was none: somebody else was first. */
export async function deleteDraft(db: Db, { id }: { id: string }): Promise<boolean> {
  const gone = await db.delete(importDrafts).where(eq(importDrafts.id, id)).returning({ id: importDrafts.id });
  return gone.length > 0;
}

export async function deleteExpiredDrafts(db: Db, now: string): Promise<void> {
  await db.delete(importDrafts).where(lt(importDrafts.expiresAt, now));
}

/** The latest release of the very same file that still stands, or null. */
export async function findReleaseOfFile(db: Db, { sha256 }: { sha256: string }): Promise<number | null> {
  const [row] = await db
    .select({ id: releases.id })
    .from(releases)
    .where(sql`${releases.sha256} = ${sha256} and ${releases.state} = 'committed'`)
    .orderBy(desc(releases.id))
    .limit(1);
  return row?.id ?? null;
}
