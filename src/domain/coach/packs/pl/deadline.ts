import { type DeadlineWords } from '../../deadline/words.ts';

const BY =
  '(?:(?:do|na|w|we|przed|najpóźniej|najpóźniej do|najpóźniej w|już w|od|nie później niż|nie później niż w|najdalej|najdalej w|ok\\.|około) )?(?:dnia )?';

export const deadline: DeadlineWords = {
  weekdays: [
    'poniedział(?:ek|ku|kiem)',
    'wtor(?:ek|ku|kiem)',
    'środ(?:a|ę|y|zie)',
    'czwart(?:ek|ku|kiem)',
    'piąt(?:ek|ku|kiem)',
    'sobot(?:a|ę|y)',
    'niedziel(?:a|ę|i)',
  ],
  months: [
    'stycz(?:eń|nia|niu)',
    'lut(?:y|ego|ym)',
    'mar(?:zec|ca|cu)',
    'kwie(?:cień|tnia|tniu)',
    'maj(?:a|u)?',
    'czerw(?:iec|ca|cu)',
    'lip(?:iec|ca|cu)',
    'sierp(?:ień|nia|niu)',
    'wrze(?:sień|śnia|śniu)',
    'październik(?:a|u)?',
    'listopad(?:a|zie)?',
    'gru(?:dzień|dnia|dniu)',
  ],
  numbers:
    'jeden=1 jednego=1 jedną=1 jednej=1 dwa=2 dwie=2 dwóch=2 trzy=3 trzech=3 cztery=4 czterech=4 pięć=5 pięciu=5 sześć=6 sześciu=6 siedem=7 siedmiu=7 osiem=8 ośmiu=8 dziewięć=9 dziewięciu=9 dziesięć=10 dziesięciu=10 dwanaście=12 dwunastu=12 czternaście=14 czternastu=14 piętnaście=15 dwadzieścia=20 trzydzieści=30 trzydziestu=30 parę=2 paru=2 kilka=3 kilku=3 jedenaście=11 jedenastu=11 trzynaście=13 trzynastu=13 piętnastu=15 szesnaście=16 szesnastu=16 siedemnaście=17 osiemnaście=18 osiemnastu=18 dziewiętnaście=19 dwudziestu=20 czterdzieści=40 czterdziestu=40 pięćdziesiąt=50 pięćdziesięciu=50 sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 sto=100 stu=100 dwieście=200 trzysta=300 czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 tysiąc=1000 tysiące=1000 tysięcy=1000',
  units: {
    minute: 'minut*|min',
    hour: 'godzin*|h|godz\\.?',
    workday: 'dni robocz*|dnia robocz*|dzień robocz*|robocz* dni|dni pracy',
    day: 'dni(?:a)?|dzień|dób|doby|dobę',
    week: 'tydzień|tygodni(?:e|a|u)?',
    month: 'miesi[ąę]c*',
    year: 'rok(?:u)?|lat(?:a)?',
  },
  time: '(?<h>[01]?\\d|2[0-4])(?:[:.](?<mi>[0-5]\\d))?(?![.,:]?\\d|[ ]?(?:%|procent|eur|euro|zł|€|dni|godzin|osób|sztuk|miesi|lat|tygod|minut|stop))(?: (?<ap>rano|wieczorem|po południu))?|(?<word>południ[aeu]m?|północ[yą]?)|(?<hw>pierwszej|drugiej|trzeciej|czwartej|piątej|szóstej|siódmej|ósmej|dziewiątej|dziesiątej|jedenastej|dwunastej|trzynastej|czternastej|piętnastej|szesnastej|siedemnastej|osiemnastej|dziewiętnastej|dwudziestej|siódmą|ósmą|dziewiątą|szóstą|dziesiątą)',
  rules: [
    ['(?:zeszł*|ubiegł*|w każd*|co|każd*|miniony|od) {wd}', 'skip'],
    [
      '(?:od|przez|na|co|jeszcze|trwa|prawie|ponad|około|od ponad) (?:ostatni* |ponad |jakieś |co najmniej |kolejne )?{n} {unit}',
      'skip',
    ],
    ['{n} {unit} (?:temu|spóźnienia|opóźnienia|wcześniej|pracy|z rzędu)', 'skip'],
    ['(?:od|z|z dnia|jeszcze) (?<d>\\d{1,2}) {mon}|(?:od|z) {mon}', 'skip'],
    ['wczoraj*|przedwczoraj|w zeszłym tygodniu|w ubiegłym tygodniu', 'skip'],
    ['pojutrze', 'day:2'],
    [
      'jutro(?: rano| wieczorem| po południu| z samego rana| przed południem)?|do jutra|na jutro|jutrzejsz*|z samego rana|jutro',
      'day:1',
    ],
    [
      'dzisiaj|dziś|dzis|(?:do|z|pod|przed) (?:końca|końcem|koniec) (?:tego |dzisiejszego )?(?:dnia|zmiany)(?: roboczego| pracy)?|w ciągu (?:dnia|godziny|dzisiejszego dnia)|jeszcze (?:dziś|dzisiaj)|wieczorem|do wieczora|dziś wieczorem|za chwilę|po południu|za (?:godzinę|pół godziny)|od ręki|w tej chwili|zaraz',
      'day:0',
    ],
    ['(?:na|z) początk* (?:przyszłego|następnego|kolejnego) tygodnia', 'dow:1:1'],
    ['w połowie (?:przyszłego|następnego) tygodnia', 'dow:1:2'],
    ['(?:do końca |pod koniec |w |z końcem )?(?:przyszł|następn|kolejn|nadchodząc)* tygod*', 'eow:1'],
    [
      '(?:do końca|pod koniec|z końcem|przed końcem|na koniec) (?:tego |bieżącego )?tygodnia|w tym tygodniu|w ciągu tygodnia|do weekendu|przed weekendem|jeszcze w tym tygodniu',
      'eow:0',
    ],
    ['(?:do końca |pod koniec |w )?(?:przyszł|następn)* miesiąc*', 'eom:1'],
    [
      '(?:do końca|pod koniec|z końcem|na koniec|przed końcem) (?:tego |bieżącego )?miesiąca|w tym miesiącu|w bieżącym miesiącu',
      'eom:0',
    ],
    ['(?:do końca|pod koniec|z końcem) (?:tego |bieżącego )?kwartału|w tym kwartale', 'eoq'],
    ['(?:do końca|pod koniec|z końcem) (?:tego |bieżącego )?roku|w tym roku|przed nowym rokiem', 'eoy'],
    ['(?:w|do) (?:połowie|połowy) {mon}', 'mid'],
    ['(?:na|z) początk* {mon}|w pierwszych dniach {mon}', 'early'],
    [
      '(?:do końca|pod koniec|z końcem|na koniec) {mon}|w (?:styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|sierpniu|wrześniu|październiku|listopadzie|grudniu)',
      'monloc',
    ],
    ['(?<y>20\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)', 'iso'],
    [`${BY}(?:{wd},? (?:dnia )?)?(?<d>\\d{1,2})\\.? (?:{mon})(?: (?<y>20\\d\\d))?`, 'date'],
    ['(?:do|na|w|od|najpóźniej) (?:pierwszego) {mon}', 'date1'],
    [`(?:do|na|w|od|przed|najpóźniej)? ?(?<d>\\d{1,2})\\.(?<m>0\\d|1[0-2])(?:\\.(?<y>20\\d\\d))?(?![:.]?\\d)`, 'num'],
    [`${BY}(?:{wd},? )?(?<d>\\d{1,2})(?:-go|-tego|-ego)`, 'nth'],
    [`${BY}(?:przyszł|następn|kolejn)* {wd}`, 'wd:next'],
    [
      `${BY}{wd} (?:w )?(?:przyszłego|przyszłym|następnego|następnym) tygod*|w (?:przyszłym|następnym) tygodniu w {wd}`,
      'wd:next',
    ],
    [`${BY}(?:najbliższ*|ten|tę|tą) {wd}`, 'wd'],
    [`${BY}{wd}(?: rano| wieczorem| po południu| przed południem)?`, 'wd'],
    [
      '(?:za|w|w ciągu|w przeciągu|do|w terminie|po upływie|najdalej za|najpóźniej za|maksymalnie za|w czasie) (?:najbliższych |kolejnych |następnych |jakieś |jakichś |około |maksymalnie |maksimum )?{n} {unit}',
      'in',
    ],
    ['za (?:tydzień)|w terminie tygodnia', 'days:7'],
    ['w ciągu doby|za dobę', 'days:1'],
    ['za miesiąc', 'months:1'],
    ['następnego dnia(?: roboczego)?|w następny dzień roboczy', 'skip'],
    ['w (?:najbliższych|ciągu kilku) (?:dniach|dni)|lada dzień|w tych dniach', 'soon'],
    ['(?:o|do|przed|od|po|między|najpóźniej o|około|na|koło)(?: godz(?:\\.|inie|iny|iną)?)? {t}', 'time'],
  ],
};
