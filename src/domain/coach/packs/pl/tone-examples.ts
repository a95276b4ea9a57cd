import { type ToneExamples } from '../examples.ts';

export const toneExamples: ToneExamples = {
  rude: {
    bad: [
      'Jak już pisałam trzy razy, kabel wchodzi do lewego gniazda.',
      'Nawet dziecko znalazłoby ten włącznik.',
      'Proszę najpierw nauczyć się czytać ze zrozumieniem.',
      'Gratuluję odkrycia, że drukarka potrzebuje papieru.',
      'Może warto przeczytać instrukcję, zanim się do nas napisze?',
      'Najwyraźniej nikomu u was nie chciało się sprawdzić.',
      'Nie jesteśmy wróżkami.',
      'Proszę się uspokoić, to tylko drukarka.',
      'Jak zwykle obudzili się Państwo w ostatniej chwili.',
      'No proszę, kolejna „pilna” sprawa w piątek po południu.',
      'To może być dla Pana za trudne.',
      'Proszę nie marnować naszego czasu.',
    ],
    good: [
      'W załączniku krótka instrukcja, włącznik widać na stronie drugiej.',
      'Tak jak pisałem w poniedziałek, część jest w drodze.',
      'Nie. Zawór pozostaje zamknięty do odbioru.',
      'To był głupi błąd z mojej strony, nasza wina.',
      'Oczywiście to nasze niedopatrzenie i dziś je poprawimy.',
    ],
  },
  blame: {
    bad: [
      'Zapomnieli Państwo zakręcić zawór.',
      'Wasza sprzątaczka odłączyła zamrażarkę.',
      'To wyłącznie Państwa wina.',
      'Gdyby Państwa ludzie czytali instrukcję, silnik by działał.',
      'To wasz kierowca uszkodził bramę.',
      'Wpisał Pan zły numer, mimo że ostrzegaliśmy.',
      'Opóźnienie zostało spowodowane przez Państwa.',
      'Trzeba było zgłosić nową ścianę wcześniej.',
    ],
    good: [
      'Zamrażarka była od wieczora odłączona.',
      'Gdy przyjechałem, zawór był otwarty.',
      'Nikt z Państwa niczego nie zepsuł.',
      'Prosiła Pani o wersję niebieską i taką wysłaliśmy.',
      'Dziękuję, że tak szybko zakręcili Państwo zawór.',
    ],
  },
  excuse: {
    bad: [
      'Mamy braki kadrowe i połowa zespołu choruje.',
      'Dostawca nas zawiódł, nic na to nie poradzimy.',
      'Proszę zrozumieć, że to najgorętszy okres w roku.',
      'Koleżanka od Państwa konta odeszła, a nowy system jeszcze raczkuje.',
      'Jesteśmy zawaleni zgłoszeniami, prosimy o cierpliwość.',
      'To nie od nas zależy, celnicy strajkują.',
    ],
    good: [
      'Dostawca się spóźnił. Resztę przywiozę w piątek osobiście.',
      'Dwie osoby chorują, dlatego przełożyłem wizytę na wtorek na 9:00. Czy to odpowiada?',
      'Część powstaje w Lyonie i jedzie cztery dni.',
      'O 3:10 padł dysk, dane są całe.',
      'Byliśmy za wolni i przepraszam za to.',
    ],
  },
  'no-plan': {
    bad: [
      'Przykro mi, Państwa rezerwacja przepadła przy aktualizacji.',
      'Menu wróciło z drukarni z błędną datą. Bardzo przepraszamy.',
      'Z żalem informujemy, że winda znowu nie działa.',
      'Niestety umowa kończy się w czerwcu.',
      'Przepraszam, próbki nie dotarły na czas.',
    ],
    good: [
      'Przykro mi, rezerwacja przepadła. Dziś wprowadzę ją ponownie.',
      'Winda nie działa, przepraszam. Serwisant potwierdził jutro 7:00.',
      'Przepraszam za błędną datę. Dziś w nocy drukujemy menu od nowa.',
      'Próbki się spóźnią, przepraszam; w czwartek sam je przywiozę.',
      'Żałuję, że cena rośnie w maju. W piątek pokażę dwa sposoby na zachowanie obecnej stawki.',
    ],
  },
  riddle: {
    bad: [
      'Mam dwie wiadomości, dobrą i złą. Sala jest podwójnie zarezerwowana.',
      'Lepiej niech Pani usiądzie, zanim to przeczyta. Sala jest podwójnie zarezerwowana.',
      'Proszę się tylko nie denerwować. Sala jest podwójnie zarezerwowana.',
      'Nie wiem, jak to napisać. Sala jest podwójnie zarezerwowana.',
      'Zanim przejdę do sedna, głęboki oddech. Sala jest podwójnie zarezerwowana.',
      'Proszę zgadnąć, co się stało z salą. Jest podwójnie zarezerwowana.',
      'Niełatwo mi o tym pisać. Sala jest podwójnie zarezerwowana.',
    ],
    good: [
      'Sala jest podwójnie zarezerwowana. Przepraszam, znalazłam dwie inne na ten dzień.',
      'Z przykrością informuję, że sala jest podwójnie zarezerwowana.',
      'Zamówienie spóźni się o dwa dni.',
      { text: 'Dwie wiadomości, obie dobre: sala jest wolna i ogród też.', kind: 'reply' },
    ],
  },
  sweetening: {
    bad: [
      'Paczka zaginęła. A przy okazji, nowa witryna wygląda fantastycznie!',
      'Cena rośnie o 8 procent. Na pocieszenie: mamy nowe logo.',
      'Zdjęć nie odzyskamy. Za to zespół ma Pani przemiły!',
      'Targi są odwołane. Dobra wiadomość jest taka, że wygrali Państwo kubek w naszym konkursie.',
      'Serwer nie działa. Muszę przyznać, że biuro mają Państwo najpiękniejsze w mieście.',
    ],
    good: [
      'Paczka zaginęła. Rano wysłaliśmy nową, bezpłatnie.',
      'Cena rośnie o 8 procent. Dotychczasowy plan zostaje do czerwca.',
      'Zdjęć nie odzyskamy, ale teksty są bezpieczne, dane są całe.',
      'Targi są odwołane. W tym tygodniu zwrócimy opłatę.',
      'Serwer nie działa. Dziękuję za szybkie zgłoszenie.',
    ],
  },
  'no-empathy': {
    bad: [
      'Zamówienie dotrze dziewięć dni później. Ciężarówka rusza w poniedziałek i wtedy zadzwonię.',
      'Licencja wygasła. Nową wyślę jutro.',
      'W maju zamykamy oddział. Koleżanka z centrum potwierdziła, że przejmie sprawy.',
      'Próbka jest zanieczyszczona. Nową zamawiam dziś.',
      'Od lipca stawka wzrośnie do 95 EUR. W piątek wyślę nowy cennik.',
    ],
    good: [
      'Przepraszam, zamówienie dotrze dziewięć dni później. Zadzwonię w poniedziałek.',
      'Licencja wygasła; wiem, że to zatrzymuje Państwu poranek. Nową wyślę za godzinę.',
      'Przykro nam, że w maju zamykamy oddział.',
      'Rozumiem, że przez zanieczyszczoną próbkę tracą Państwo tydzień.',
    ],
  },
  'vague-date': {
    bad: [
      'Rysunek prześlę wkrótce.',
      'Niebawem wrócimy do Państwa z liczbami.',
      'Odezwę się tak szybko, jak to możliwe, jak najszybciej.',
      'W najbliższym czasie naprawię zawias.',
      'Raport będzie gotowy niedługo.',
      'Pasek wymienimy w wolnej chwili.',
    ],
    good: [
      'Rysunek prześlę wkrótce, najpóźniej w czwartek.',
      'Odezwiemy się w ciągu dwóch dni.',
      'Proszę jak najszybciej przysłać klucz.',
      'Prosiła Pani, żeby nie pisać „wkrótce”, więc: piątek, 10:00.',
    ],
  },
};
