import { type Examples } from '../examples.ts';
import { toneExamples } from './tone-examples.ts';

const desk = { may: ['przyjmować zgłoszenia', 'umawiać wizyty'], max_hours: 2, max_discount_eur: 0 };
const lead = { may: ['przyznawać zwroty', 'planować prace'], max_hours: 8, max_discount_eur: 150 };

export const examples: Examples = {
  clean: [
    'Dziękuję za zdjęcia. Obejrzę je po południu i do 17:00 odpiszę.',
    'Bramka działa od 9:40. Gdyby znowu zgasła, proszę zadzwonić pod numer z naklejki.',
    'Zapytałem panią Dorotę, która decyduje o częściach, i w czwartek przekażę jej odpowiedź.',
    'Czy odpowiada Państwu wtorek, czy lepszy byłby piątek?',
    'Ma Pani rację, spóźniliśmy się. Drugi samochód jest zarezerwowany i jutro o 6:30 będę pod rampą.',
    'Nie udało mi się jeszcze odtworzyć usterki. Co było wtedy na wyświetlaczu?',
  ],
  rules: {
    'binds-others': {
      bad: [
        'Prawnicy podpiszą aneks do poniedziałku.',
        'Mój szef na pewno się na to zgodzi.',
        'Jestem pewna, że ubezpieczyciel pokryje szybę.',
        'Nocna zmiana uruchomi agregat przed śniadaniem.',
        'Namówię księgowość na późniejszy termin.',
        'Wasz zarządca wpuści nas w sobotę.',
        'Laboratorium przyśle Państwu wyniki jutro.',
        'Kasia z rozliczeń cofnie dziś opłatę.',
        'Zarząd musi się na to zgodzić.',
        'Tłumacze oddadzą ostatni rozdział w piątek, gwarantuję.',
        'Dział zakupów nie będzie robił problemów.',
        'Elektrycy skończą to przed weekendem.',
        'Kurier dostarczy paczkę jutro rano.',
      ],
      good: [
        'Zapytam prawników, czy podpiszą aneks do poniedziałku.',
        'Ubezpieczyciel potwierdził dziś na piśmie, że pokryje szybę.',
        'Jeśli zarządca się zgodzi, zaczniemy w sobotę.',
        'Szefowa zatwierdziła zamówienie, więc pompę wyślemy jutro.',
        'Czy zarządca wpuści nas w sobotę?',
        'Nie wiem, czy zarząd się zgodzi; zbiera się czternastego.',
        'Decyzja należy do działu finansów, przekażę Państwu, co ustalą.',
      ],
    },
    'over-authority': {
      bad: [
        { text: 'Zwrócę dziś całą opłatę za dojazd, 240 EUR.', author: desk },
        { text: 'Damy Państwu dziesięć procent rabatu na trzy kolejne faktury.', author: desk },
        { text: 'Anuluję fakturę za maj.', author: desk },
        { text: 'Przedłużymy gwarancję o rok.', author: desk },
        { text: 'Oddam Państwu 300 EUR za stracony weekend.', author: lead },
        { text: 'Drugą licencję dostają Państwo gratis.', author: desk },
        { text: 'Pokryjemy karę, którą naliczy Państwu odbiorca.', author: lead },
        { text: 'Nadam Panu dziś uprawnienia administratora.', author: desk },
        { text: 'Od jutra mają Państwo wsparcie całodobowe w tej samej cenie.', author: desk },
        { text: 'Przyślę na miesiąc dwóch inżynierów, będą codziennie.', author: desk },
        { text: 'Zrobimy na nasz koszt 25 godzin prac wdrożeniowych.', author: lead },
        { text: 'Obniżam Pani abonament o połowę.', author: desk },
      ],
      good: [
        { text: 'Zapytam, czy możemy zwrócić 240 EUR za dojazd.', author: desk },
        { text: 'Oddam Państwu 120 EUR za stracony weekend.', author: lead },
        { text: 'Jeśli kierownik się zgodzi, przedłużymy gwarancję o rok.', author: desk },
        { text: 'Postaramy się o dziesięć procent rabatu.', author: desk },
        { text: 'Przyjadę we wtorek w ciągu czterech godzin od telefonu.', author: desk },
        { text: 'Migracja zajmie około sześciu godzin, plan wyślę jutro.', author: lead },
        { text: 'Rabat 300 EUR przekracza to, co mogę dać, dlatego zapytałem szefową.', author: lead },
      ],
    },
    'condition-clash': {
      bad: [
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
    'reflex-no': {
      bad: [
        'Nie naprawiamy urządzeń kupionych gdzie indziej.',
        'Dostawy wieczorne nie są objęte Państwa umową.',
        'Nie ma możliwości, żeby to przyspieszyć.',
        'Zanim cokolwiek zrobimy, potrzebne jest podpisane zamówienie.',
        'Bez numeru zamówienia nie zaczynamy.',
        'To wykluczone.',
        'Państwa wniosek został rozpatrzony odmownie.',
      ],
      good: [
        'Dostawy wieczorne nie są objęte umową. Co takiego dzieje się wieczorem, że są potrzebne?',
        'Nie przyspieszymy schnięcia, ale w poniedziałek przywiozę zastępczy blat.',
        'W tym tygodniu to niemożliwe. Mogę zaproponować wtorek albo czwartek.',
        'Sobót ta umowa nie przewiduje; są dwa wyjścia, opisać je?',
        'Zamówienia nie trzeba, przegląd jest w cenie.',
      ],
    },
    'asked-again': {
      bad: [
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
    ...toneExamples,
  },
};
