export type CategoryKey = 'fashion' | 'shoes' | 'home' | 'home-large' | 'cosmetics' | 'electronics'

/** Product names by category. The first word of a name in `home-large` is something that a courier has to fetch. */
export const catalogueNames: Readonly<Record<CategoryKey, readonly string[]>> = {
  fashion: [
    'Çizgili Oxford Gömlek', 'Keten Karışımlı Gömlek', 'Dokulu Örme Tişört', 'Bisiklet Yaka Basic Tişört', 'İşlemeli Poplin Bluz',
    'Yüksek Bel Mom Jean', 'Slim Fit Chino Pantolon', 'Pileli Midi Etek', 'Kuşaklı Trençkot', 'Şişme Yelek', 'Kapüşonlu Sweatshirt',
    'Merinos Yün Kazak', 'Balıkçı Yaka Triko', 'Saç Örgülü Hırka', 'Çiçek Desenli Elbise', 'Askılı Saten Elbise', 'Blazer Ceket',
    'Kadife Ceket', 'Su Geçirmez Yağmurluk', 'Kaşmir Karışımlı Kaban', 'Paraşüt Kumaş Mont', 'Kargo Cepli Şort', 'Bermuda Şort',
    'Pamuklu Pijama Takımı', 'Müslin Gömlek Elbise', 'Yırtmaçlı Kalem Etek', 'Oversize Polo Yaka Tişört', 'Örgü Bere', 'İpek Eşarp',
    'Püsküllü Şal', 'Deri Kemer', 'Bambu Çorap Üçlü Paket', 'Dantel Detaylı Body', 'Çocuk Kapitone Mont', 'Bebek Tulumu',
  ],
  shoes: [
    'Süet Chelsea Bot', 'Günlük Beyaz Sneaker', 'Koşu Ayakkabısı Hızlı Adım', 'Bağcıklı Klasik Ayakkabı', 'Topuklu Stiletto', 'Hasır Espadril',
    'Deri Loafer', 'Su Geçirmez Trekking Botu', 'Yazlık Sandalet', 'Parmak Arası Terlik', 'Peluş Ev Botu', 'Babet Ayakkabı', 'Halı Saha Ayakkabısı',
    'Kovboy Çizme', 'Çocuk Işıklı Spor Ayakkabı', 'Yağmur Çizmesi', 'Dolgu Topuk Sandalet', 'Kaydırmaz Havuz Terliği',
  ],
  home: [
    'Pamuk Saten Nevresim Takımı', 'Bambu Banyo Havlusu', 'Örgü Koltuk Şalı', 'Seramik Kahve Fincanı Altılı', 'Emaye Çaydanlık', 'El Yapımı Çini Kase',
    'Bakır Cezve', 'İnce Belli Çay Bardağı Seti', 'Döküm Tava 28 cm', 'Granit Tencere Seti', 'Hasır Çamaşır Sepeti', 'Keten Masa Örtüsü', 'Runner Şönil',
    'Kokulu Soya Mumu', 'Oda Kokusu Yağmur Ormanı 100 ml', 'Ahşap Duvar Saati', 'Aynalı Tepsi', 'Jakarlı Yatak Örtüsü', 'Kapitone Alez', 'Ortopedik Yastık',
    'Bambu Kesme Tahtası', 'Çelik Termos 750 ml', 'Cam Saklama Kabı Beşli', 'Masa Lambası Gün Işığı',
  ],
  'home-large': [
    'Üçlü Koltuk Boğaziçi', 'Berjer Iğdır', 'Masif Meşe Yemek Masası', 'Sürgülü Gardırop', 'Ayaklı Kitaplık', 'Baza ve Başlık Takımı', 'Çalışma Masası İskandinav',
    'Visco Yatak 160x200', 'Ayakkabılık Dört Kapaklı', 'Bahçe Salıncağı', 'TV Ünitesi Şömineli',
  ],
  cosmetics: [
    'Gül Suyu Tonik 200 ml', 'Hyalüronik Nem Serumu', 'Güneş Koruyucu SPF 50', 'Mat Likit Ruj', 'Hacim Veren Maskara', 'Zeytinyağlı Katı Sabun', 'Argan Saç Bakım Yağı',
    'Onarıcı Şampuan 400 ml', 'Kil Maskesi', 'Göz Altı Kremi', 'Parfüm Ihlamur Çiçeği 50 ml', 'Parfüm Gece Yağmuru 100 ml', 'El Kremi Şeftali', 'Peeling Jel Kayısı',
    'Oje Böğürtlen', 'Fondöten Doğal Işıltı', 'Allık Gül Kurusu', 'Misel Temizleme Suyu', 'Tıraş Sonrası Losyon', 'Dudak Balmı Çilek', 'Vücut Losyonu Süt ve Bal',
    'Aydınlatıcı Stick', 'C Vitamini Serumu', 'Kaş Sabitleyici Jel', 'Ağız Bakım Suyu', 'Bebek Pişik Kremi',
  ],
  electronics: [
    'Kablosuz Kulaklık Sessiz', 'Hızlı Şarj Adaptörü 65 W', 'Örgülü Type-C Kablo 2 m', 'Taşınabilir Şarj Cihazı 20.000 mAh', 'Telefon Kılıfı Şeffaf', 'Kırılmaz Cam Ekran Koruyucu',
    'Akıllı Saat Kordonu Çelik', 'Bluetooth Hoparlör Küçük Dev', 'Oyuncu Faresi Işıklı', 'Mekanik Klavye Türkçe Q', 'Laptop Çantası 15,6"', 'Dizüstü Soğutucu Fan', 'USB Çoğaltıcı Yedili',
    'Kablosuz Şarj Standı', 'Araç İçi Telefon Tutucu', 'Web Kamerası Full HD', 'Taşınabilir SSD 1 TB', 'Hafıza Kartı 128 GB', 'Akıllı Priz Üçlü', 'Halka Işık Tripod', 'Kulak Üstü Kulaklık Stüdyo',
    'Tablet Kalemi', 'Çizim Tableti Başlangıç', 'Yenilenmiş Telefon 128 GB', 'Yenilenmiş Tablet 10"', 'Akıllı Saat Koşu',
  ],
}

export const sizesOf: Readonly<Record<CategoryKey, readonly string[]>> = {
  fashion: ['XS', 'S', 'M', 'L', 'XL'],
  shoes: ['36', '37', '38', '39', '40', '41', '42', '43'],
  home: ['Standart'],
  'home-large': ['Standart'],
  cosmetics: ['Standart'],
  electronics: ['Standart'],
}

/** Lowest and highest price of a category in whole lira. */
export const pricesOf: Readonly<Record<CategoryKey, readonly [low: number, high: number]>> = {
  fashion: [199, 3999],
  shoes: [349, 4499],
  home: [99, 2799],
  'home-large': [2490, 28990],
  cosmetics: [59, 1290],
  electronics: [89, 14990],
}

export const colours: readonly string[] = [
  'Kırmızı', 'Lacivert', 'Siyah', 'Kırık Beyaz', 'Haki', 'Bej', 'Gül Kurusu', 'Füme', 'Açık Mavi', 'Hardal', 'Çağla Yeşili', 'Gümüş',
]
