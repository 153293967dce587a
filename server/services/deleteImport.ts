import { deleteDraft } from '../db/queries/imports.ts';
import type { ImportDeps } from './getDraft.ts';
import { needDraft } from './getDraft.ts';

/** Discards a draft. Throws `not_found`. */
export async function deleteImport(deps: Pick<ImportDeps, 'database' | 'now'>, id: string): Promise<void> {
  await deleteDraft(deps.database.db, await needDraft(deps, id));
}
