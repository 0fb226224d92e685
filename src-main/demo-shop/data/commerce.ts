export interface PaymentOption {
  readonly pk: number
  readonly name: string
  readonly type: string
  readonly slug: string
  readonly card: boolean
}

export const paymentOptions: readonly PaymentOption[] = [
  { pk: 18, name: 'Kredi / Banka Kartı', type: 'credit_card', slug: 'kredi_karti', card: true },
  { pk: 19, name: 'Kayıtlı Kartım', type: 'saved_card', slug: 'kayitli_kart', card: true },
  { pk: 69, name: 'Cüzdan ile Öde', type: 'masterpass', slug: 'masterpass', card: true },
  { pk: 21, name: 'Havale / EFT', type: 'funds_transfer', slug: 'havale_eft', card: false },
  { pk: 22, name: 'Kapıda Ödeme', type: 'pay_on_delivery', slug: 'kapida_odeme', card: false },
]

export const banks: readonly {
  readonly pk: number
  readonly name: string
  readonly slug: string
  readonly bin: string
}[] = [
  { pk: 5, name: 'Çınar Bankası', slug: 'cinar-bankasi', bin: '554960' },
  { pk: 6, name: 'Boğaz Katılım', slug: 'bogaz-katilim', bin: '454360' },
  { pk: 7, name: 'İstikbal Bank', slug: 'istikbal-bank', bin: '540061' },
  { pk: 8, name: 'Güneş Yatırım', slug: 'gunes-yatirim', bin: '979241' },
]

export interface Carrier {
  readonly pk: number
  readonly value: string
  readonly label: string
}

export const carriers: readonly Carrier[] = [
  { pk: 1, value: 'yurtici', label: 'Yurtiçi Kargo' },
  { pk: 2, value: 'aras', label: 'Aras Kargo' },
  { pk: 3, value: 'mng', label: 'MNG Kargo' },
  { pk: 4, value: 'ptt', label: 'PTT Kargo' },
  { pk: 5, value: 'surat', label: 'Sürat Kargo' },
]

export const campaigns: readonly { readonly name: string; readonly percent: number }[] = [
  { name: 'Sepete Özel %40', percent: 40 },
  { name: 'Yeni Sezona Merhaba %15', percent: 15 },
  { name: 'Hafta Sonu Fırsatı %10', percent: 10 },
  { name: 'Üçüncü Ürüne Yarı Fiyat', percent: 17 },
  { name: 'İlk Alışverişe %20', percent: 20 },
]

export const freeShipping = 'Kargo Bizden'

export interface Reason {
  readonly id: number
  readonly type: 'cancel' | 'refund'
  readonly tr: string
  readonly en: string
  readonly extra: boolean
  readonly active: boolean
}

export const reasons: readonly Reason[] = [
  { id: 1, type: 'cancel', tr: 'Yanlışlıkla sipariş verdim', en: 'Ordered by mistake', extra: false, active: true },
  { id: 2, type: 'cancel', tr: 'Daha uygun fiyat buldum', en: 'Found a better price', extra: false, active: true },
  { id: 3, type: 'cancel', tr: 'Teslimat çok uzun sürüyor', en: 'Delivery takes too long', extra: false, active: true },
  { id: 4, type: 'cancel', tr: 'Diğer (açıklayınız)', en: 'Other (please explain)', extra: true, active: true },
  { id: 5, type: 'cancel', tr: 'Kampanya sona erdi', en: 'The campaign ended', extra: false, active: false },
  { id: 11, type: 'refund', tr: 'Bedeni uymadı', en: 'The size does not fit', extra: false, active: true },
  { id: 12, type: 'refund', tr: 'Ürün hasarlı ulaştı', en: 'Arrived damaged', extra: false, active: true },
  { id: 13, type: 'refund', tr: 'Görselden farklı çıktı', en: 'Differs from the picture', extra: false, active: true },
  { id: 14, type: 'refund', tr: 'Vazgeçtim', en: 'Changed my mind', extra: false, active: true },
  { id: 15, type: 'refund', tr: 'Diğer (açıklayınız)', en: 'Other (please explain)', extra: true, active: true },
  { id: 16, type: 'refund', tr: 'Mağazadan değişim', en: 'Exchange in a store', extra: false, active: false },
]

/** Order and item statuses with their Turkish and English labels. */
export const statusLabels: Readonly<Record<string, readonly [tr: string, en: string]>> = {
  '50': ['İptal onayı bekliyor', 'Cancellation waiting'],
  '100': ['İptal edildi', 'Cancelled'],
  '200': ['Bekliyor', 'Waiting'],
  '400': ['Onaylandı', 'Approved'],
  '450': ['Hazırlanıyor', 'Preparing'],
  '500': ['Kargoya verildi', 'Shipped'],
  '550': ['Teslim edildi', 'Delivered'],
  '600': ['İade edildi', 'Refunded'],
}

export const requestLabels: Readonly<Record<string, readonly [tr: string, en: string]>> = {
  open: ['Açık', 'Open'],
  waiting_approval: ['Onay bekliyor', 'Waiting for approval'],
  approved: ['Onaylandı', 'Approved'],
  rejected: ['Reddedildi', 'Rejected'],
  completed: ['Tamamlandı', 'Completed'],
}
