/** Notices: what concerns a person, without their looking. */
export * from './notice.ts'
export { newestFirst, NOTICE_DAYS, readNotices, REVIEW_DAYS } from './read-notices.ts'
export * from './say-notice.ts'
export * from './submission-notices.ts'
