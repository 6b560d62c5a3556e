/**
 * A process that changes the key of evidence and kills itself before the step of that number; with a larger number it ends.
 *
 * Started by `rotate-key.test.ts` with the folder of the files, the file of the key, and the number.
 */
import { fileFolder } from '@demarche/store/files/file-folder.ts'
import { rotateKey } from '../src/evidence/rotate-key.ts'

const [folder = '', keyFile = '', last = ''] = process.argv.slice(2)
const files = fileFolder(folder)
let steps = 0
const step = async <T>(act: () => Promise<T>): Promise<T> => {
  steps += 1
  if (steps === Number(last)) {
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => undefined)
  }
  return act()
}
await rotateKey(
  {
    files: {
      ...files,
      hasAny: () => step(files.hasAny),
      list: () => step(files.list),
      rewrap: (...args) => step(() => files.rewrap(...args)),
    },
    // the folder is this process's alone
    whileNobodyRecords: (act) => step(act),
  },
  keyFile,
)
