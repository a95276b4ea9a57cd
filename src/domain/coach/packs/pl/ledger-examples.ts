import { type LedgerExamples } from '../examples.ts';

export const ledgerExamples: LedgerExamples = {
  'condition-clash': {
    bad: [
      {
        text: 'Zatrzymamy serwer plików w sobotę o 14:00 na godzinę.',
        author: { may: ['restartować serwery'], max_hours: 2, max_discount_eur: 0 },
        ledger: ['condition|Konserwacja tylko między 22:00 a 5:00|okno|22:00-5:00'],
      },
      {
        text: 'Poprawioną listę płac dostanie Pani mailem w poniedziałek przed dziesiątą.',
        ledger: ['condition|Dane płacowe tylko przez szyfrowany portal, nigdy mailem|kanał|portal'],
      },
      {
        text: 'Kalibracja ze świadectwami to 2350 euro.',
        kind: 'offer',
        ledger: ['condition|Roczny budżet na kalibrację 1800 EUR, nie więcej|budżet|1800 EUR'],
      },
      {
        text: 'Szkolenie zrobimy w naszym biurze w Katowicach we wtorek o 9.',
        ledger: ['condition|Szkolenia wyłącznie w zakładzie w Łodzi|miejsce|Łódź'],
      },
      {
        text: 'Gdyby trzeba było ruszyć moduł płatności, doliczymy 70 euro za godzinę.',
        ledger: ['condition|Bez żadnych dodatkowych kosztów do 2027|koszt|0 EUR'],
      },
      {
        text: 'We wtorek o 9 przykręcimy kamery do ściany frontowej, po obu stronach łuku.',
        kind: 'offer',
        ledger: ['condition|Bez wiercenia w zabytkowej ścianie frontowej|miejsce|nie ściana frontowa'],
      },
      {
        text: 'Przedzwonię do Pani w czwartek po 10.',
        ledger: ['condition|Kontakt tylko mailem, żadnych telefonów|kanał|mail'],
      },
      {
        text: 'Piece dostarczymy w środę o 14:00.',
        ledger: ['condition|Dostawy tylko przed 10:00|time|przed 10:00'],
      },
      {
        text: 'Okres próbny jest darmowy, opłata za uruchomienie wynosi 90 EUR.',
        kind: 'offer',
        ledger: ['condition|Okres próbny bez żadnych kosztów|cost|0 EUR'],
      },
      {
        text: 'W przyszłym tygodniu przeniesiemy pliki do naszego centrum danych.',
        ledger: ['condition|Dane pacjentów nie mogą opuszczać naszego budynku|hosting|w budynku'],
      },
      {
        text: 'W poniedziałek zadzwonię do magazynu.',
        ledger: ['condition|Do magazynu nie dzwonić, pisać do zakupów|channel|tylko mail'],
      },
      {
        text: 'Drzwi windy zamontujemy 3 kwietnia.',
        ledger: ['condition|Żadnych prac przy windzie przed 15 kwietnia|date|nie przed 15 kwietnia'],
      },
      {
        text: 'Proponujemy pakiet za 1450 EUR.',
        kind: 'offer',
        ledger: ['condition|Budżet najwyżej 1000 EUR|budget|max 1000 EUR'],
      },
    ],
    good: [
      {
        text: 'Serwer zatrzymamy w sobotę o 23:00.',
        author: { may: ['restartować serwery'], max_hours: 2, max_discount_eur: 0 },
        ledger: ['condition|Konserwacja tylko między 22:00 a 5:00|okno|22:00-5:00'],
      },
      {
        text: 'Napiszę do Pani maila w czwartek po 10.',
        ledger: ['condition|Kontakt tylko mailem, żadnych telefonów|kanał|mail'],
      },
      {
        text: 'Podnośnik jest wolny tylko 2 lipca, co kłóci się z Państwa prośbą; czy tego jednego dnia by to przeszło?',
        ledger: ['condition|Nic w lipcu i sierpniu|okres|poza 07-08'],
      },
      { text: 'Piece dostarczymy w środę o 8:30.', ledger: ['condition|Dostawy tylko przed 10:00|time|przed 10:00'] },
      {
        text: 'Okres próbny nic nie kosztuje, uruchomienie i zwrot też nie.',
        kind: 'offer',
        ledger: ['condition|Okres próbny bez żadnych kosztów|cost|0 EUR'],
      },
      {
        text: 'W poniedziałek napiszę do zakupów.',
        ledger: ['condition|Do magazynu nie dzwonić, pisać do zakupów|channel|tylko mail'],
      },
      {
        text: 'Powiem wprost: 1450 EUR przekracza limit, o który Państwo prosili. Poszukać mniejszego modelu?',
        kind: 'offer',
        ledger: ['condition|Budżet najwyżej 1000 EUR|budget|max 1000 EUR'],
      },
      {
        text: 'Drzwi windy zamontujemy 20 kwietnia.',
        ledger: ['condition|Żadnych prac przy windzie przed 15 kwietnia|date|nie przed 15 kwietnia'],
      },
    ],
  },
  'asked-again': {
    bad: [
      { text: 'Jaki mają Państwo rejestrator?', ledger: ['fact|Rejestrator to NX-16|rejestrator|NX-16'] },
      {
        text: 'Czy mogłaby mi Pani powiedzieć, gdzie są Państwa depoty?',
        ledger: ['fact|Dwa depoty: Łódź i Radom|depoty|Łódź, Radom'],
      },
      {
        text: 'Będę wdzięczny za podanie liczby użytkowników do przeszkolenia.',
        ledger: ['fact|12 użytkowników do przeszkolenia|użytkownicy|12'],
      },
      { text: 'Ilu pracowników Państwo zatrudniają?', ledger: ['fact|Zatrudniamy 34 osoby|zatrudnienie|34'] },
      { text: 'Z którego roku jest kocioł?', ledger: ['fact|Kocioł jest z 2014 roku|rocznik|2014'] },
      { text: 'Ilu gości Państwo przewidują?', ledger: ['fact|Na weselu będzie 120 gości|guests|120'] },
      {
        text: 'Jaki system mają Państwa tablety?',
        ledger: ['fact|Wszystkie tablety mają system Android 14|os|Android 14'],
      },
      { text: 'Proszę podać adres dostawy.', ledger: ['fact|Adres dostawy to Portowa 5|address|Portowa 5'] },
      { text: 'O której zaczyna się zmiana?', ledger: ['fact|Ranna zmiana zaczyna się o 5:30|shift|5:30'] },
      { text: 'Na którym piętrze stoi skaner?', ledger: ['fact|Skaner stoi na trzecim piętrze|floor|3'] },
      { text: 'Jaki jest Państwa budżet?', ledger: ['condition|Budżet najwyżej 2000 EUR|budget|2000 EUR'] },
    ],
    good: [
      {
        text: 'Mam zapisane 36 busów i 4 ciężarówki, czy od wiosny coś się zmieniło?',
        ledger: ['fact|36 busów i 4 ciężarówki|pojazdy|40'],
      },
      {
        text: 'Mówili Państwo o 120 gościach, czy to nadal aktualne?',
        ledger: ['fact|Na weselu będzie 120 gości|guests|120'],
      },
      { text: 'Co goście powinni widzieć ze sceny?', ledger: ['fact|Ranna zmiana zaczyna się o 5:30|shift|5:30'] },
      { text: 'Kto otworzy nam bramę?', ledger: ['fact|Skaner stoi na trzecim piętrze|floor|3'] },
      { text: 'Jaki kolor Państwo wybierają?', ledger: ['fact|Adres dostawy to Portowa 5|address|Portowa 5'] },
    ],
  },
  'already-has': {
    bad: [
      {
        text: 'Nasz pakiet obejmuje też karty paliwowe dla każdego kierowcy.',
        kind: 'offer',
        ledger: ['already-has|Karty paliwowe dla wszystkich 22 kierowców|karty|22'],
      },
      {
        text: 'A myśleli Państwo o przełączniku nożnym?',
        ledger: ['already-has|Zestaw przełączników nożnych, dostarczony w styczniu|przełącznik|dostarczony'],
      },
      {
        text: 'Nasza formuła dałaby Wam nadajnik GPS w każdym busie.',
        kind: 'offer',
        ledger: ['already-has|Nadajniki GPS we wszystkich busach|GPS|wszystkie'],
      },
      {
        text: 'Proponuję umowę serwisową na zmywarki.',
        kind: 'offer',
        ledger: ['already-has|Umowa serwisowa na wszystkie zmywarki do 2027'],
      },
      {
        text: 'Moglibyśmy zamontować czujniki ruchu w korytarzu, mam takie po 40 EUR.',
        ledger: ['already-has|W korytarzu od wiosny są czujniki ruchu'],
      },
      {
        text: 'Polecam nasz menedżer haseł dla całego zespołu.',
        kind: 'offer',
        ledger: ['already-has|Korzystają z menedżera haseł innej firmy'],
      },
      {
        text: 'Agregat prądotwórczy rozwiązałby sprawę, 8000 EUR z montażem.',
        kind: 'offer',
        ledger: ['already-has|Agregat prądotwórczy na podwórzu'],
      },
      {
        text: 'Może warto dokupić drugą drukarkę etykiet do rampy?',
        ledger: ['already-has|Przy rampie stoją dwie drukarki etykiet'],
      },
    ],
    good: [
      {
        text: 'Zmiękczacz, który zamontowaliśmy w kwietniu, działa bez zarzutu.',
        ledger: ['already-has|Zmiękczacz wody zamontowany w kwietniu|zmiękczacz|zamontowany'],
      },
      {
        text: 'Czujniki ruchu, które już Państwo mają, włączą też nowe lampy.',
        ledger: ['already-has|W korytarzu od wiosny są czujniki ruchu'],
      },
      {
        text: 'Państwa umowa serwisowa obejmuje tę wizytę.',
        ledger: ['already-has|Umowa serwisowa na wszystkie zmywarki do 2027'],
      },
      {
        text: 'Proponuję zmiękczacz wody.',
        kind: 'offer',
        ledger: ['already-has|Umowa serwisowa na wszystkie zmywarki do 2027'],
      },
      { text: 'W poniedziałek sprawdzę agregat.', ledger: ['already-has|Agregat prądotwórczy na podwórzu'] },
    ],
  },
};
