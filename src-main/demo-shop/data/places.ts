interface Place {
  readonly pk: number
  readonly name: string
  readonly postcode: string
  readonly townships: readonly { readonly pk: number; readonly name: string; readonly districts: readonly string[] }[]
}

const plan: readonly (readonly [number, string, string, Readonly<Record<string, readonly string[]>>])[] = [
  [
    34,
    'İstanbul',
    '34',
    {
      Kadıköy: ['Moda', 'Göztepe', 'Fenerbahçe'],
      Beşiktaş: ['Akatlar', 'Levent'],
      Üsküdar: ['Çengelköy', 'Kuzguncuk'],
      Şişli: ['Teşvikiye', 'Bomonti'],
      Bağcılar: ['Güneşli'],
    },
  ],
  [
    6,
    'Ankara',
    '06',
    { Çankaya: ['Bahçelievler', 'Ayrancı'], Yenimahalle: ['Batıkent', 'Çayyolu'], Gölbaşı: ['İncek'] },
  ],
  [35, 'İzmir', '35', { Karşıyaka: ['Bostanlı', 'Mavişehir'], Bornova: ['Erzene'], Çeşme: ['Alaçatı', 'Ilıca'] }],
  [16, 'Bursa', '16', { Nilüfer: ['Görükle', 'Özlüce'], Osmangazi: ['Çekirge'] }],
  [7, 'Antalya', '07', { Muratpaşa: ['Lara', 'Şirinyalı'], Konyaaltı: ['Gürsu'] }],
  [1, 'Adana', '01', { Seyhan: ['Reşatbey'], Çukurova: ['Güzelyalı', 'Toros'] }],
  [63, 'Şanlıurfa', '63', { Haliliye: ['Paşabağı'], Eyyübiye: ['Şehitlik'] }],
  [61, 'Trabzon', '61', { Ortahisar: ['Kalkınma', 'Çömlekçi'], Akçaabat: ['Söğütlü'] }],
  [48, 'Muğla', '48', { Bodrum: ['Gümüşlük', 'Yalıkavak'], Fethiye: ['Ölüdeniz'] }],
  [26, 'Eskişehir', '26', { Odunpazarı: ['Vişnelik'], Tepebaşı: ['Şirintepe'] }],
  [77, 'Iğdır', '76', { Merkez: ['Söğütlü'], Aralık: ['Ortaköy'] }],
  [27, 'Gaziantep', '27', { Şahinbey: ['Karataş'], Şehitkâmil: ['İbrahimli'] }],
]

/** The cities, townships and districts that the shop delivers to. */
export const places: readonly Place[] = plan.map(([pk, name, postcode, townships]) => ({
  pk,
  name,
  postcode: `${postcode}${String(pk * 10)
    .padStart(3, '0')
    .slice(0, 3)}`,
  townships: Object.entries(townships).map(([township, districts], index) => ({
    pk: pk * 10 + index,
    name: township,
    districts,
  })),
}))

/** A district's key: its township's key and its place there. */
export function districtPk(townshipPk: number, index: number): number {
  return 3000 + townshipPk * 10 + index
}

export const streets: readonly string[] = [
  'Çınar Sokak',
  'Gül Sokağı',
  'Şehit Ömer Caddesi',
  'İnönü Bulvarı',
  'Yıldız Caddesi',
  'Ihlamur Yolu',
  'Bağdat Caddesi',
  'Söğüt Sokak',
  'Karanfil Sokağı',
  'Gazi Bulvarı',
  'Işıklar Caddesi',
  'Özgürlük Sokağı',
  'Menekşe Çıkmazı',
]
