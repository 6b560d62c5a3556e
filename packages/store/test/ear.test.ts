/**
 * The connection on which the processes of one server speak to each other: whoever speaks does not wait for the server.
 */
import { afterAll, expect, test, vi } from 'vitest'
import { makeEar } from '../src/engine/ear.ts'
import { startPostgres } from './postgres.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const server = await startPostgres()
afterAll(() => server?.stop())

test.skipIf(server === null)(
  'words that are said together are heard in their order, and the driver has nothing to say against it',
  async () => {
    const warned: string[] = []
    const note = ({ message }: Error): void => void warned.push(message)
    process.on('warning', note)
    const { databaseUrl } = (await server?.newDatabase()) ?? { databaseUrl: '' }
    const ear = makeEar(databaseUrl)
    const heard: string[] = []
    const isOpen = new Promise<void>((opened) => {
      ear.hear({ channel: 'words', heard: (word) => heard.push(word), opened: () => opened() })
    })
    try {
      ear.open()
      await isOpen
      const words = Array.from({ length: 20 }, (_, index) => `word ${index}`)
      for (const word of words) ear.say('words', word)
      await vi.waitFor(() => expect(heard).toEqual(words), { timeout: 60_000 })
      expect(warned).toEqual([])
    } finally {
      process.off('warning', note)
      await ear.close()
    }
  },
)
