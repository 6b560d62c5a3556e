/** GET /api/listings: who stood listed under Regulation (EU) 2019/796 on a date, with sources and doubts. */
import { type ListingListAnswer, listingListQuerySchema } from '@demarche/api'
import { countListings, dayInBrussels, latestDay, type ListingRegister, listingsOn } from '@demarche/core'
import { readPrecedentCases, readPrecedentListings } from '@demarche/doctrine'
import type { Verb } from '../verb.ts'

interface Shipped {
  readonly register: ListingRegister
  /** case slug to name */
  readonly names: ReadonlyMap<string, string>
}

function readShipped(): Shipped {
  return {
    register: readPrecedentListings(),
    names: new Map(readPrecedentCases().cases.map(({ id, name }) => [id, name])),
  }
}

export const listListings: Verb = (app, { office }) => {
  // read when first asked for: a desk that never opens the register starts without it
  let shipped: Shipped | undefined
  app.route({
    method: 'GET',
    url: '/api/listings',
    schema: { querystring: listingListQuerySchema },
    handler: async (request): Promise<ListingListAnswer> => {
      const asOf = request.query.asOf ?? dayInBrussels(office().clock().toISOString())
      shipped ??= readShipped()
      const { register, names } = shipped
      const listings = listingsOn(register.listings, asOf)
      const slugs = [...new Set(listings.flatMap(({ incidents }) => incidents))]
      return {
        asOf,
        readUntil: register.listings.reduce(
          (last, { status }) => (status.asOf > last ? status.asOf : last),
          '',
        ),
        listings,
        counts: countListings(listings),
        cases: slugs.map((slug) => {
          const name = names.get(slug)
          return name === undefined
            ? { slug, name: register.incidentNames[slug] ?? slug, entity: null }
            : { slug, name, entity: `case:${slug}` }
        }),
        notes: [...register.notes, ...register.qualityRemarks],
        elsewhere: register.relatedListingsInOtherRegimes.filter(({ listingDate }) => listingDate <= asOf),
        // a month without its day counts as over once its last day could have passed
        timeline: register.timeline.filter(({ date }) => latestDay(date) <= asOf),
      }
    },
  })
}
