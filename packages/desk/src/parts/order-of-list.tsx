/** In which order a list stands: by what, and which way. */
const ORDERS = ['asc', 'desc'] as const
type Order = (typeof ORDERS)[number]

interface Props<Sort extends string> {
  readonly label: string
  readonly sort: Sort
  readonly order: Order
  readonly sorts: readonly Sort[]
  readonly say: (sort: Sort, order: Order) => string
  readonly onChange: (chosen: { readonly sort: string; readonly order: string }) => void
}

export function OrderOfList<Sort extends string>({ label, sort, order, sorts, say, onChange }: Props<Sort>) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={`${sort}-${order}`}
        onChange={(event) => {
          const [by = '', way = ''] = event.target.value.split('-')
          onChange({ sort: by, order: way })
        }}
      >
        {sorts.flatMap((one) =>
          ORDERS.map((way) => (
            <option key={`${one}-${way}`} value={`${one}-${way}`}>
              {say(one, way)}
            </option>
          )),
        )}
      </select>
    </label>
  )
}
