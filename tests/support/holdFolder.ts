// Holds the folder given as argument until it is killed; prints what became of it.
import { FolderHeldError, holdFolder } from '../../server/folderLock.ts';

try {
  await holdFolder(process.argv[2] ?? '');
  process.stdout.write('held\n');
  setInterval(() => {}, 1_000);
} catch (error) {
  process.stdout.write(error instanceof FolderHeldError ? 'refused\n' : `${String(error)}\n`);
  process.exit(1);
}
