import { type ValueWords } from '../pack.ts';

export const values: ValueWords = {
  refund: `(zdejm*|dopis*|przele(ję|jemy|wam|wamy)|wpłac*|uznaj*|wpis*|zaksięguj*|księguj*) .. (konto|konta|kont|rachun*|faktur*|eur|euro|€|zł|saldo|salda); (odpuszcz*|odpuśc*|darow*|daruj*|opuszcz*|skreśl*|wykreśl*|wyrzuc*|kasuj*|skasuj*|umarza*|umorz*) .. (opłat*|kwot*|eur|euro|zł|€|faktur*|rachun*|pozycj*|dojazd*|kar*|odset*|koszt*); (opłat*|kwot*|eur|euro|zł|€|faktur*|rachun*|pozycj*|dojazd*|kar*|odset*|koszt*) ... (odpuszcz*|odpuśc*|daruj*|opuszcz*|skreśl*|wyrzuc*|kasuj*|skasuj*|umarza*|umorz*|zdejm*|biorę|bierzemy|pokryj*|pokryw*); (odejm*|odejmuj*|odlicz*|potrąc*) .. (\\d*|eur*|rachun*|faktur*); odda(m|my) .. (pieniądz*|eur*|\\d*|całość|opłat*|co do)*; zwr(ócę|ócimy|acam|acamy|ot*); rekompens*; zrekompens*; odszkodowan*; not(a|ę|y) (korygującą|kredytow*)*; (odejmę|odejmiemy|odliczę|odliczymy|potrącę|potrącimy|umorzę|umorzymy|anuluję|anulujemy|skasuję|skasujemy|daruję|darujemy) .. *; obniż* .. (faktur*|rachun*|opłat*|cen*|abonament*|czynsz*); uznani*; przyznawać zwroty`,
  discount: `płac(i|ą|isz|icie|ić) .. (połowę|o połowę|mniej|jedną trzecią|tylko \\d*); (\\d+|procent*) .. (zniż*|rabat*|upust*|taniej|mniej|w dół); rabat*; upust*; zniżk*; taniej; bonifikat*; (schodzę|schodzimy|zejdę|zejdziemy|opuszczę|opuścimy|spuszczę|spuścimy) .. *; (obniż|zbij)* .. (cen*|abonament*|stawk*|opłat*|czynsz*|rat*); za pół ceny; procent (mniej|taniej|w dół); gratis*`,
  free: `w ramach (gwarancji|rękojmi|reklamacji); na gwarancji; z gwarancji; w gwarancji; bez (rachunku|opłaty|zapłaty|kosztu); nic (państwo|pan|pani) nie (płac*|zapłac*|dopłac*); nie (wystaw*|wypis*) .. (faktur*|rachun*); nie (fakturuj*|zafakturuj*|licz*); za zero; kosztuje (to )?(państwa|pana|panią|was)? ?zero; (ode|od) (mnie|nas) w prezencie; (w|na) (prezencie|prezent|gratisie); bezpłatn*; darmo*; za darmo; gratis*; bez (opłat*|kosztów|dopłat*|dodatkow*|naliczani*|faktury); na (nasz|własny|mój) koszt; nic (pana|pani|państwa|was)? ?(to )?nie (kosztuj*|będzie kosztowa*); nie (policz*|dolicz*|nalicz*|kosztuj*|zapłac*|wezm*|weźmi*); w prezencie; w cenie; 0 (eur|euro|zł|€); zero (eur*|zł*|koszt*|opłat*); ani grosza; za friko; w ramach (przeprosin|rekompensaty)`,
  fee: `opłat*; dopłat*; dolicz*; nalicz*; kosztuj*; koszt*; cen(a|ie|ę)?; kaucj*; podatek; vat; prowizj*; abonament*; miesięcznie; rocznie; za sztukę; od osoby; kar(a|ę|y) um*; eur; euro; €; zł; płatn*; doplac*`,
  charge: `(doliczamy|doliczymy|naliczamy|naliczymy|pobieramy|pobierzemy|obciążymy|fakturujemy|zafakturujemy) *; (płacą|zapłacą|płaci|zapłaci|pokrywa|pokrywają) .. (tylko|jedynie|przesyłk*|transport*|zwrot*|dojazd*|różnic*|części); (opłata|kaucja|dopłata|prowizja|kara|depozyt) .. (wynosi|wyniesie|obowiązuje|dochodzi|jest|zwrotn*|za); na (państwa|pana|pani|wasz) koszt; (dodatkowo|osobno) płatn*; płatn* .. (osobno|dodatkowo|po|od); plus vat; netto plus; (potem|później|następnie) .. płatn*`,
  opposites: [
    {
      condition: `oryginaln*;fabryczn* nowe`,
      draft: `(przesuw|przesun|odracz|odrocz|rozkład|rozłoż)* .. (termin* płatności|płatnoś*|rat*|spłat*|należnoś*|faktur*); (wyrzuc|skreśl|wykreśl|kasuj)* .. (faktur*|rachun*|opłat*|kar*|rat*); (faktur*|rachun*|opłat*|kar*|odset*) ... (wyrzuc|skreśl|wykreśl|skasuj|kasuj|anuluj|umarza|umorz|daruj|odpuszcz)*; zamiennik*;kompatybiln*;używan*;regenerowan*;odnowion*`,
    },
    {
      condition: `bez abonament*;żadn* abonament*;zakup, nie najem;bez najmu;bez leasing*`,
      draft: `abonament*;miesięcznie;na miesiąc;najem;wynaj*;leasing*`,
    },
    {
      condition: `nie zdalnie;bez zdaln*;żadn* zdaln*;(tylko|wyłącznie|jedynie) (osobiście|na miejscu|stacjonarn*|twarzą)`,
      draft: `zdaln*;przez wideo;online;on-line;teams*;zoom*;wideokonferenc*;webinar*;przez internet;skype*;google meet`,
    },
    {
      condition: `bez podwykonawc*;żadn* podwykonawc*;tylko własn* ludzie`,
      draft: `podwykonawc*;partner*;firm* zewnętrzn*;zleceniobiorc*`,
    },
    { condition: `cich*;bez hałas*;cisz*;głośnych`, draft: `wierc*;kuj*;kuci*;młot*;szlifuj*` },
    { condition: `stała cena;cena stała;ryczałt*`, draft: `za godzinę;godzinow*;według czasu` },
  ],
  effort: `(posiedz*|spędz*|posied*|popracuj*) .. (godzin*|dni|dzień|tydzień|noc*); (godzin*|dni|dzień|tydzień|tygodni*)( naszej| mojej)? (prac*|robocz*|roboty|konsultac*|szkole*|programowan*|serwis*|wsparcia|montaż*|wdrożen*); \\d* .. godzin* .. (gratis*|za darmo|bezpłatn*|w prezencie|bez opłat|na nasz koszt|bez faktury); roboczogodzin*`,
  powers: [
    {
      id: 'cancel-invoice',
      draft: `(anuluj|skasuj|umorz|unieważni|wycof|daruj|odpusz|odpuśc|zapomn)* .. (faktur*|rachun*|opłat*|kar*|należnoś*|odsetk*|zadłużeni*|abonament*|rat*)`,
      may: `anulow*|zwrot*|rabat*|korekt*|korygow*|faktur*|umarza*|opłat*|rekompensat*|not*`,
    },
    {
      id: 'contract',
      draft: `(przedłuż|wydłuż|podwo)* .. (gwarancj*|umow*|okres*|licencj*|test*|abonament*|wsparci*|rękojmi*); (zamroż|zamraża|gwarantuj|utrzyma)* .. (cen*|staw*|opłat*) .. *; (zwolni|wypusz|wypuśc)* .. z umowy; (rozwiąż|rozwiąz|zmieni|przepisz|podniosę|podnies|przeniosę|przenies)* .. (umow*|taryf*|abonament*|plan|pakiet*|regulamin*|warunk*); (dorzuc|doda|włącz|dołącz|dołoż)* .. (weekend*|całodobow*|nocn*|dyżur*|24/7|niedziel*|sobot*); całodobow*; 24/7; przez całą dobę; dożywotni*; na (stałe|zawsze|wieki|wieczność); bez limitu; nieograniczon*; wyłączność; (abonament|cenę|stawkę|opłatę|czynsz) .. (obniż*|zamroż*|utrzym*)`,
      may: `umow*|gwarancj*|taryf*|abonament*|cen*|licencj*|plan(y|ów)?|warunk*|przedłuż*|pakiet*|stawk*`,
    },
    {
      id: 'liability',
      draft: `(biorę|bierzemy|weźmiemy|wezmę|pokryj*|pokryw*|poniesiemy|poniosę|ponosimy|przejmuj*|przejm*|zapłac*|opłac*|zwróc*|zrekompensuj*) .. (karę|kary|kar|karne|odszkodowan*|szkod*|strat*|utracon*|odpowiedzialnoś*|przestoj*|przestój|koszt* przestoju); (karę|kary|karne|odszkodowanie|szkody|straty|odpowiedzialność|przestój) .. (biorę|bierzemy|weźmiemy|wezmę|pokryj*|pokryw*|ponos*|zapłac*|zwróc*)`,
      may: `kar(y|ę|ami)?|odszkodowa*|szkod*|reklamac*|rekompensat*|likwidac*`,
    },
    {
      id: 'people',
      draft: `(przyśl|wyśl|dam|damy|oddeleguj)* na .. (dwóch|trzech|czterech|pięciu|dwie|trzy|stałego|dodatkow*|\\d*) .. (technik*|inżynier*|serwisant*|program*|ludzi|osob*|ekip*|monter*|pracownik*|konsultant*|specjalist*); (przyśl|wyśl|dam|damy|oddeleguj|postawi|przydziel|zostawi|skieruj|zatrudni)* .. (dwóch|trzech|czterech|pięciu|dwie|trzy|stałego|stałą|dodatkow*|własnego|osobnego|\\d*) .. (technik*|inżynier*|serwisant*|program*|ludzi|osob*|ekip*|monter*|pracownik*|konsultant*|specjalist*|brygad*) .. (na (stałe|miesiąc|tydzień|dwa|trzy|cał*)|codziennie|co noc|dzień i noc|całą dobę|przez (miesiąc|tydzień|cał*|dwa|trzy))`,
      may: `przydziel*|deleg*|ludzi|pracownik*|ekip*|grafik*|zmian*|planow*|brygad*|zespoł*`,
    },
    {
      id: 'security',
      draft: `(da(ję|jemy)|nadaję|nadajemy|zakładam|zakładamy|otwieram|otwieramy) .. (konto administr*|uprawnieni*|prawa|pełny dostęp|dostęp do (serwer*|baz*|sieci)|hasł*); (wyłączam|wyłączamy|zdejmuję|odblokowuję) .. (zapor*|firewall*|antywirus*|alarm*|porty|szyfrowani*); (dam|damy|nada|przyzna|udostępni|przekaż|otworz|utworz|załoz|założ)* .. (uprawnieni* administr*|prawa administr*|konto administr*|dostęp administr*|hasło administr*|pełny dostęp|pełne uprawnieni*|hasło root*|zdalny dostęp); (wyłącz|zdejm|otworz|odblok)* .. (zapor*|firewall*|antywirus*|szyfrowani*|alarm*|dwuskładnikow*|logowani* zdarzeń|porty)`,
      may: `uprawnie*|dostęp*|kont*|zapor*|firewall*|hasł*|sieci*|bezpiecze*|admin*|port*|alarm*`,
    },
    {
      id: 'goods-free',
      draft: `nie (wystaw|wypisz|policz|dolicz|licz|fakturuj|zafakturuj|nalicz|weźmi|pobier)*(?! ... (umow*|gwarancj*|zgodnie|abonament*|ramach)); (daj|dokład|oddaj|naprawi|zrobi|przywiez|przejrz|spędz|poświęc|przyjed|przyjad|wyślemy|wyślę|przeszkol|poprowadz|popraw|czyszcz|wyczyszcz|umyj|pomalu|montuj|wstaw|stawia)*; (wymieni|dosta|otrzyma|mają|ma|macie|dam|damy|doda|dorzuc|dostarcz|przywioz|przywiez|wstawi|dołoż|podaruj|zamontuj)*`,
      may: `wymienia* (części|urządzen*|podzespoł*|sprzęt*|elementy)|wymian*|zamawia* (części|sprzęt*|urządzen*)|wypożycz*|użycza*|gwarancj*|gratis*|próbk*|rabat*|zwrot*|napraw*|zlecać powtórki|powtór*|montow*|instalow*`,
    },
  ],
  weighty: `(dospaw*|spawa*|przespaw*|przewierc*|wyku*|wybij*|przebud*|dobud*|przerob*|przerab*|przewin*|skróc*|wyburz*) .. *; (rozdzielni*|instalac* (elektr*|gazow*|odgrom*)|now* lini*|skrzynk* elektr*|bezpieczniki|przyłącz*|380|400 V|przewód gazowy|gaz|komin*|dach*|strop*|nośn*|fundament*); (cał*|kompletn*) (now* )?(jednostk*|urządzeni*|zestaw*|instalac*|silnik*|system*|agregat*|napęd*|piec|kocioł); (obiec*|dam|damy|podaruj*|wymien*|dostarcz*|wstawi*|zapewni*) .. now(y|ą|e) (urządzeni*|maszyn*|serwer|laptop|drukark*|pomp*|sprężark*|kocioł|samochód|telefon|ekran|silnik|płyt*|skaner|piec|sprzęt|model|terminal); (dwóch|trzech|czterech|pięciu|\\d+) (naszych )?(ludzi|inżynier*|technik*|programist*|konsultant*|monter*|kolegów|osób); uprawnieni* administr*; pełny dostęp; (zapor*|port bazy); (całodobow*|dniem i nocą|dzień i noc|24/7|co noc|w ciągu (pięciu|dziesięciu|piętnastu|dwudziestu|trzydziestu|\\d+) minut)`,
  telling: `wyśl*; przyśl*; prześl*; podeśl*; wysył*; napisz*; pokaż*; przygot*; sporządz*; wydruk*; wyjaśni*; przeczyt*; sprawdz*; zapyt*; powiem; powiemy; poinform*; przekaż*; dołącz*; przywioz*; wręcz*; omów*; porozmawi*; przedstaw*; policz*; oblicz*; wylicz*; porówn*; znajd*; ustal*; potwierdz*; przypomn*; zadzwoni*; zapisz*; zarezerw*; zaplan*; przyjad*; odbior*; dostarcz*; przetest*; odpowi*; przetłumacz*; dosta*; podam; podrzuc*; zgodnie z; w ramach (umowy|gwarancji|abonamentu); z tytułu`,
  maySend: `(umawia|planowa|rezerwowa|ustala|organizowa)* (wizyt*|napraw*|prac*|spotka*|termin*|przegląd*|montaż*|interwencj*|grafik*); (przydziela|wysyła|delegowa|kierowa)* (ludzi|technik*|ekip*|pracownik*|serwisant*|zleceni*|zgłosz*|zadani*|monter*)`,
  physical: `dostaw*; wizyt*; montaż*; przyjad*; przyjedz*; przyjeżdż*; przywioz*; przywiez*; dostarcz*; zamontuj*; montuj*; instaluj*; zainstaluj*; wymien*; odbior*; odbierz*; naprawi*; będę u; będziemy u; podjad*; podjedz*; wpadn*; zawioz*; dowioz*; dowiez*`,
  elsewhere: `(naszym|naszej|naszego|naszych|nasz|nasze|naszą) (serwis*|zakład*|pracown*|laborator*|siedzib*|hal*|garaż*|salon*|studi*|drukarn*|kuchn*); do (nas|siebie|warsztat*|serwisu|zakładu|bazy); (zabior|zabierz|zabier|wywioz|wywiez|wywoz|wynios)* .. *; chmur*; na naszym serwerze; na naszych serwerach; nasz* (serwer*|centrum danych|platform*|serwerowni*|warsztat*|magazyn*|siedzib*|hal*|biur*|oddzia*); u nas; centrum danych; zdaln*; online; zagranic*; za granicą; poza (siedzib*|budynk*|zakład*); w modelu usługowym; hostowan* u; saas; aws; azure; google`,
  ownPlace: `nie (wywozi*|zabiera*|wynosi*|wyjeżdża*|ruszać z miejsca|przenosi*); (tylko|wyłącznie|jedynie) (na miejscu|u nas|w (klinice|szpitalu|szkole|sklepie|hotelu|zakładzie|biurze)); na naszych (komputerach|serwerach|maszynach); bez oprogramowania w chmurze; bez chmury; w budynku; (własn*|nasz*|swoi*) (serwer*|serwerowni*|siedzib*|budynk*|sieci*|zakład*); na miejscu; lokaln*; nie (może|mogą|wolno) .. (opuszcza*|opuści*|wychodzi*|wyjść|wynosi*); zosta(ją|je|ć|nie) (w|na|u) *; tylko u (nas|klienta); żadnej chmury; on-?prem*`,
  channels: [
    {
      id: 'phone',
      condition: `telefon*; dzwoni*; zadzwon*; oddzwan*; rozmow*`,
      draft: `zadzwon*; oddzwon*; dzwoni*; telefonicznie; przez telefon; zatelefonuj*; przedzwon*; telefon do`,
    },
    {
      id: 'mail',
      condition: `mail*; e-mail*; pisemn*; na piśmie; list*`,
      draft: `napisz*; mail*; e-mail*; mailem; wyślę maila; wiadomość e-mail`,
    },
    {
      id: 'visit',
      condition: `wizyt*; osobiście; na miejscu; przyjeżdż*`,
      draft: `przyjad*; przyjedz*; wpadn*; podjad*; zajrz*; odwiedz*; wizyt*; osobiście`,
    },
    {
      id: 'chat',
      condition: `czat*; sms*; komunikator*; whatsapp*; teams*`,
      draft: `sms*; whatsapp*; czat*; komunikator*; messenger*`,
    },
    { id: 'portal', condition: `portal*; system* zgłosze*; panel*`, draft: `portal*; panel*` },
  ],
  never: `nie; bez; żadn*; nigdy; nic; ani; zakaz*; wykluczon*; niedozwolon*; nikt; unika*`,
  only: `tylko; wyłącznie; jedynie; zawsze; musi; muszą; należy; koniecznie; ma być; mają być`,
  before: `przed; do; najpóźniej; nie później; maksymalnie`,
  after: `po; od; nie wcześniej; najwcześniej; dopiero`,
  between: `między; pomiędzy; od .. do; w godzinach`,
  ask: {
    quantity: `liczb(a|ę|y) .. *; (podanie|podać) .. (liczby|ilości|liczbę|ilość); ile; ilu; iloma; jak (dużo|wiele|duż*|często|daleko|wysok*|stary|długo|ciężk*|szerok*|grub*|głębok*); liczb(a|ę|y); jaka ilość; ilość; jaki (budżet|nakład|metraż|wymiar*|rozmiar*|powierzchni*)`,
    time: `w (jakie|które|jaki|który|jakich|których) (dni|dniach|dzień|godziny|godzinach|miesiąc*); jakie dni; jakiego dnia; z (którego|jakiego) roku; kiedy; o (której|jakiej porze|jakiej godzinie|której godzinie); od (której|kiedy); do (której|kiedy); w (jakich godzinach|jaki dzień|jakie dni|które dni|jakim terminie|jakiej porze|jakim dniu|którym dniu); na (kiedy|którą|jaki dzień); jak (szybko|wcześnie|późno); termin; o jakich porach; jaki termin; w której godzinie`,
    place: `gdzie; (w|na|do|z|pod) (jakim|jakiej|którym|której|który|jaki|jaką|którą) (pokoju|sali|adres*|budynku|piętrz*|oddzia*|miejsc*|lokaliz*|hali|miast*|biurz*|skrzynk*|sklep*|magazyn*|plac*|lokal*); adres*; dokąd; skąd`,
    which: `jak(i|a|ie|ich|im|imi|iej|ą|iego); któr(y|a|e|ych|ym|ymi|ej|ą|ego); co; czym; czego; jak`,
    who: `kto; kogo; komu; kim; czyj*; osoba kontaktowa; z kim; do kogo`,
  },
  stop: `i a w we z ze na do od po za o u dla przy przez pod nad bez oraz lub albo czy że żeby aby się nie jest są być był była było były będzie będą ma mają mam mamy macie masz miał to ten ta te ci tych tym tej tego temu tę tą co jak jaki jaka jakie jakich jakim kto gdzie kiedy który która które których którym już jeszcze tylko też także tak bardzo może można trzeba pan pani państwo pana panu państwa państwu wasz wasza wasze was wam nasz nasza nasze nas nam mój moja moje mi mnie ja my on ona ono oni ich jego jej im swój swoje swoich jeden jedna jedno dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć rok roku lat miesiąc tydzień dzień dni godzina godziny eur euro zł od lata wiosny zimy jesieni kwietnia marca maja czerwca lipca sierpnia września października listopada grudnia stycznia lutego firma firmie klient używa używają używamy używają ile ani żadnych żaden nic wszystkie wszystko wszystkich każdy każda inny inna nowy nowa nowe proszę mogę możemy tylko kupili kupiła kupił stoi stoją wisi wiszą działa działają jutro dziś wczoraj ze ma być koszt kosztuje cena`,
  keys: `users=użytkown*|osób|stanowisk; seats=stanowisk|miejsc|użytkown*; budget=budżet*|wydać|kwot*; price=cen*|kosztuj*; address=adres*; deadline=termin*|na kiedy; contact=kontakt*|osob*; phone=telefon*|numer*; phones=telefon*; email=mail*|adres*; version=wersj*; os=system*; model=model*|typ*; serial=numer*|seryjn*; site=lokaliz*|obiek*|miejsc*; room=pok*|sal*|pomieszcz*; floor=pięt*; date=dat*|dzień|dniu; time=godzin*|por*|kiedy; start=zaczyn*|start*|rozpocz*; size=rozmiar*|wielkoś*|duż*; quantity=ile|liczb*|iloś*; count=ile|liczb*; sender=nadawc*|adres*; language=język*; browser=przeglądar*; server*=serwer*; payment=płat*; hours=godzin*; color=kolor*; guests=gości|osób; employees=pracownik*|osób; vehicles=aut|samochod*|pojazd*; cars=aut|samochod*; supplier=dostawc*; plan=taryf*|plan*; reason=dlaczego|powód; account=kont*|numer*; order=zamówieni*`,
};
