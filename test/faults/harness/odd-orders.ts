/** Odd rows, as JSON values; `elsewhere` is a server that must never be asked for anything. */
export function oddOrders(elsewhere: string): unknown[] {
  const base = {
    created_date: '2024-10-24T09:32:05.544358Z',
    number: '2745403029312170',
    amount: '99.99',
    status: { value: '200', label: 'Bekliyor' },
    currency: { value: 'try', label: 'TL' },
    orderitem_set: [],
  }
  const item = { id: 9001, status: {}, price: '10.00', product: null }
  return [
    { ...base, id: 1, status: {}, currency: {}, orderitem_set: [{ ...item, product: {} }] },
    { ...base, id: 2, status: null, currency: null, amount: '', orderitem_set: null },
    { ...base, id: 3, status: 'delivered', amount: '1e3', discount_amount: 'NaN', number: '=HYPERLINK("x")' },
    {
      ...base,
      id: 4,
      status: 50,
      amount: 12.5,
      number: '0007/ 8',
      created_date: '2024-01-01T00:00:00.123456789+03:00',
    },
    { ...base, id: 5, status: { value: 999, label: null }, amount: '1.234,56', created_date: '' },
    { ...base, id: 6, status: { value: '200', label: '<b>Bekliyor</b>\u202e' }, amount: '-5.00', created_date: 'dün' },
    {
      ...base,
      id: '18446744073709551617',
      amount: '123456789012345678901234567890.12',
      created_date: '0001-01-01T00:00:00Z',
    },
    { ...base, id: 0, number: null, is_cancellable: 'yes', amount: null },
    { ...base, id: -1, number: 12345, tracking_url: 'javascript:alert(1)', e_archive_url: 'file:///etc/passwd' },
    {
      ...base,
      id: 'x-10',
      tracking_url: `${elsewhere}/track`,
      orderitem_set: [
        { ...item, product: { name: 'Gömlek', image: `${elsewhere}/pixel.png` }, image: `${elsewhere}/image.png` },
        null,
        'satır',
        {
          ...item,
          id: 9002,
          is_cancellable: true,
          active_cancellation_request: [{ id: 4, easy_return: { code: '14223' } }],
        },
        { ...item, id: 9003, cancellationrequest_set: [{ id: 1, status: 'rejected' }, { id: 2, status: {} }, null] },
      ],
      extra_field: { deep: { deeper: [{ html: '<img src=x onerror=alert(1)>' }] }, ['__proto__']: { polluted: true } },
      shipping_address: { first_name: 'Işık', city: null, line: 'x'.repeat(512), phone_number: '0000000' },
    },
  ]
}
