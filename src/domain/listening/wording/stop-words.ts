/** Small words of the four languages, folded as in tokens.ts; negations and numbers stay, they carry meaning. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but so if then than that this these those there here of to in on at by for from with about as into over after before is are was were
   be been am do does did has have had will would shall should can could may might must i we you he she it they me us him her them my our your his its
   their mine ours yours please pls thanks thank hello hi dear regards just also very really still again once some any all each other what which who
   when where how why get got need needs want wants like let know said say tell told hear
   и а но или что чтобы это этот эта эти тот та те то как так же ли бы в во на с со к ко у о об от до по за из для при про над под без через я мы ты вы он
   она оно они мне нам вам вас нас меня его ее их им ему ей мой наш ваш свой наша ваша наши ваши который которая которые где когда есть был была было были
   будет будут быть очень еще уже тоже только просто опять снова нужно надо можно пожалуйста спасибо здравствуйте добрый день хотим хочу хотели бы
   i a ale lub albo ze zeby to ten ta te tego tej tych tym jak tak czy w we na z ze do od po za dla przy przez o u pod nad ja my ty wy on ona ono oni
   mnie nam wam was nas go jej ich im moj nasz wasz swoj nasza nasze ktory ktora ktore gdzie kiedy jest sa byl byla bylo byly bedzie beda byc bardzo
   jeszcze juz tez tylko znowu potrzebujemy potrzebuje chcemy chce chcialbym chcielibysmy mozna prosze prosimy dziekuje dzien dobry pan pani panstwo
   panstwa mamy mam
   le la les l un une des de du d et ou mais que qui qu ce cet cette ces cela ca c se sa son ses leur leurs mon ma mes notre nos votre vos ton ta tes a au aux
   en dans sur sous par pour avec sans chez vers est sont etait etaient etre ete sera seront ai as avons avez ont avait je tu il elle on nous vous ils
   elles me te lui y si comme donc alors aussi tres encore deja merci bonjour svp plait voudrais voudrions voulons veux veut faut besoin avoir faire`
    .split(/\s+/)
    .filter((w) => w !== 'sans'),
);
