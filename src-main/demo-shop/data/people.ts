export const womenNames: readonly string[] = [
  'Ayşe',
  'Işıl',
  'İpek',
  'Çiğdem',
  'Gülşah',
  'Şule',
  'Zeynep',
  'Özlem',
  'Tuğba',
  'Nurgül',
  'Elif',
  'Büşra',
  'Sıla',
  'Ümran',
  'Müge',
  'Yağmur',
]

export const menNames: readonly string[] = [
  'Mehmet',
  'İbrahim',
  'Işık',
  'Çağrı',
  'Oğuzhan',
  'Şükrü',
  'Uğur',
  'Ömer',
  'Hüseyin',
  'Ünal',
  'Yiğit',
  'Barış',
  'Tuğrul',
  'İlker',
  'Görkem',
]

export const lastNames: readonly string[] = [
  'Yılmaz',
  'Şahin',
  'Öztürk',
  'Çelik',
  'Işık',
  'İnönü',
  'Güneş',
  'Kılıç',
  'Aydoğan',
  'Kırışkan',
  'Bağcı',
  'Şimşek',
  'Ünlü',
  'Özgür',
  'Tığlı',
  'Gökçe',
  'Doğan',
  'İpekçi',
  'Çağlayan',
  'Sarıoğlu',
]

interface NamedCustomer {
  readonly key: number
  readonly pk: number
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly gender: 'female' | 'male'
}

export const demoPassword = 'demo-parola'

/** The customers that can sign in: one with many orders, one with seven, one with none. */
export const namedCustomers: readonly NamedCustomer[] = [
  { key: 0, pk: 6471, email: 'deniz@demo.example', firstName: 'Deniz Işıl', lastName: 'Yağcıoğlu', gender: 'female' },
  { key: 1, pk: 6472, email: 'ayse@demo.example', firstName: 'Ayşe', lastName: 'İnönü Şahin', gender: 'female' },
  { key: 2, pk: 6473, email: 'kemal@demo.example', firstName: 'Kemal', lastName: 'Öğüt', gender: 'male' },
]

/** The key of everybody else: shoppers whom only the staff side sees. */
export const walkInKey = 3

export const staffUser = { username: 'destek', password: demoPassword } as const
