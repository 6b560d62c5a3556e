/**
 * What the desk asks about notices, presence and how notices reach a person elsewhere, as hooks.
 */
import type {
  FeedKind,
  FeedTokenGiven,
  MailChoice,
  MarkNoticesInput,
  NoticeListAnswer,
  PresenceAnswer,
} from '@demarche/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, sendJson } from './client.ts'

/** A silence ends without anybody's act, so notices are asked for again each minute. */
const EACH_MINUTE = 60_000
/** The server forgets who has not said for 45 seconds that they are still there. */
const STILL_HERE = 20_000

export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => getJson<NoticeListAnswer>('/api/notices', signal),
    refetchInterval: EACH_MINUTE,
  })
}

/** An act on the own notices, after which they are asked for again. */
function useNoticeAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
}
export const useMarkNotices = () =>
  useNoticeAct((input: MarkNoticesInput) => sendJson<null>('POST', '/api/notices/read', input))
export const useChooseMail = () =>
  useNoticeAct((mail: MailChoice) => sendJson<null>('POST', '/api/notices/mail', { mail }))
export const useMakeFeed = () =>
  useNoticeAct((kind: FeedKind) => sendJson<FeedTokenGiven>('POST', '/api/notices/feeds', { kind }))
export const useTakeBackFeed = () =>
  useNoticeAct((kind: FeedKind) => sendJson<null>('DELETE', `/api/notices/feeds/${kind}`))

/** Says that this is open here, as long as it is on screen, and asks who else has it open. */
export function usePresence(entity: string) {
  return useQuery({
    queryKey: ['presence', entity],
    queryFn: () => sendJson<PresenceAnswer>('POST', '/api/presence', { entity }),
    refetchInterval: STILL_HERE,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

/** Says that it is open here no more; nobody waits for the answer. */
export function sayClosed(entity: string): void {
  void fetch('/api/presence', {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entity, open: false }),
  }).catch(() => undefined)
}
