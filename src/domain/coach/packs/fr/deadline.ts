import { type DeadlineWords } from '../../deadline/words.ts';

const BY =
  "(?:(?:d'ici(?: à)?|avant|pour|au plus tard|jusqu'(?:à|au)|dès|à partir de|ce|dès) )?(?:au |à |le |ce |du |à compter du )?";

export const deadline: DeadlineWords = {
  weekdays: ['lundis?', 'mardis?', 'mercredis?', 'jeudis?', 'vendredis?', 'samedis?', 'dimanches?'],
  months: [
    'janv(?:ier|\\.)?',
    'févr?(?:ier|\\.)?',
    'mars',
    'avr(?:il|\\.)',
    'mai',
    'juin',
    'juil(?:let|\\.)',
    'août',
    'sept(?:embre|\\.)?',
    'oct(?:obre|\\.)?',
    'nov(?:embre|\\.)?',
    'déc(?:embre|\\.)?',
  ],
  numbers:
    'un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quinze=15 vingt=20 vingt-quatre=24 trente=30 quarante-huit=48 quelques=3 treize=13 quatorze=14 seize=16 quarante=40 cinquante=50 soixante=60 quatre-vingt=80 quatre-vingts=80 cent=100 cents=100 mille=1000 trente-cinq=35 dizaine=10 douzaine=12 vingtaine=20',
  units: {
    minute: 'min(?:utes?)?',
    hour: 'h|heures?',
    workday: '(?:jours?|journées?) (?:ouvrés?|ouvrables?|travaillés?|de travail)',
    day: 'jours?|journées?',
    week: 'semaines?',
    month: 'mois',
    year: 'ans?|années?',
  },
  time: '(?<h>[01]?\\d|2[0-4]) ?(?:h|:|heures?)(?: ?(?<mi>[0-5]\\d))?|(?<word>midi|minuit)|(?<hw>une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze) heures?',
  rules: [
    ['(?:depuis|chaque|tous les|toutes les|hier|le) {wd} (?:dernier|passé)', 'skip'],
    ['(?:depuis|chaque|tous les|hier) (?:le )?{wd}', 'skip'],
    [
      '(?:depuis|il y a|pendant|durant|pour|au moins|encore|voilà|plus de) (?:plus de |environ |près de |au moins |encore )?{n} {unit}',
      'skip',
    ],
    ['depuis (?:le )?(?<d>\\d{1,2})(?:er)? {mon}', 'skip'],
    ['{n} {unit} (?:de retard|plus tôt|de travail|de main|offert*)', 'skip'],
    [
      'hier(?: soir| matin| après-midi)?|avant-hier|la semaine (?:dernière|passée)|le mois (?:dernier|passé)|ce mois dernier',
      'skip',
    ],
    ['après[ -]demain', 'day:2'],
    ['demain(?: matin| après-midi| soir| midi| à la première heure)?|dès demain|cette nuit', 'day:1'],
    [
      "aujourd'hui|ce (?:matin|midi|soir)|cet après-midi|(?:d'ici )?(?:à )?(?:la )?fin (?:de|du|d') ?(?:la |cette )?(?:journée|jour|l'après-midi|après-midi)|dans la (?:journée|matinée|soirée)|dans l'après-midi|(?:d'ici|avant) ce soir|en fin de journée|(?:en fin d|d'ici la fin d)'après-midi|dans l'heure|le jour même|sur l'heure|tout de suite|sur-le-champ|dès ce (?:soir|matin)|dès aujourd'hui",
      'day:0',
    ],
    ['(?:en |au )?début de (?:la )?semaine prochaine', 'dow:1:1'],
    ['(?:en |au )?milieu de (?:la )?semaine prochaine', 'dow:1:2'],
    [
      '(?:la |en )?fin de (?:la )?semaine prochaine|la semaine prochaine|la semaine (?:suivante|à venir|qui vient)|semaine prochaine|la semaine qui arrive',
      'eow:1',
    ],
    [
      'dans la semaine|cette semaine|(?:la |en )?fin de (?:la |cette )?semaine|avant le week-end|avant le weekend',
      'eow:0',
    ],
    ['(?:la |en )?fin du mois prochain|le mois prochain|au mois prochain', 'eom:1'],
    ['ce mois-ci|ce mois|(?:la |en )?fin (?:du|de ce|de) mois|dans le mois', 'eom:0'],
    ['ce trimestre|(?:la )?fin (?:du|de) trimestre|dans le trimestre', 'eoq'],
    ["(?:la )?fin (?:de l'|d')année|cette année|avant la fin de l'année", 'eoy'],
    ['(?:à la )?mi-{mon}', 'mid'],
    ["(?:au )?début(?: du mois)? (?:de |d')?{mon}", 'early'],
    ["(?:la |en |à la )?fin(?: du mois)? (?:de |d')?{mon}|(?:en|courant|au mois de|au cours du mois de) {mon}", 'mon'],
    ['(?<y>20\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)', 'iso'],
    [`${BY}(?:{wd},? ?)?(?:le )?(?<d>\\d{1,2})(?:er)? {mon}(?: (?<y>20\\d\\d))?`, 'date'],
    [`${BY}(?:{wd} )?(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<y>20\\d\\d))?`, 'num'],
    [`${BY}{wd} (?:le )?(?<d>\\d{1,2})(?! ?h| ?€|[/:])`, 'nth'],
    [
      "(?:d'ici le|d'ici au|le|avant le|au plus tard le|dès le|pour le|jusqu'au) (?<d>\\d{1,2})(?:er)?(?! ?[h€%°:/]| \\d)",
      'nth',
    ],
    [`${BY}{wd} en huit`, 'wd:week'],
    [`${BY}{wd} (?:de la semaine|de semaine) prochaine`, 'wd:next'],
    [`${BY}{wd} (?:prochain|qui vient|à venir)`, 'wd'],
    [`${BY}{wd}(?: matin| après-midi| soir| midi)?`, 'wd'],
    [
      "(?!(?:d'ici|avant) (?:[01]?\\d|2[0-4]) ?h(?![a-z]))(?:sous|dans|en|d'ici|dans un délai de|au bout de|avant) (?:un délai de )?(?:les |la |l')?(?:prochaines? |prochains? |environ |à peine |moins de |une petite |un délai de |maximum )?(?:{n} )(?:prochaines? |prochains? |petites? |à \\S+ )?{unit}",
      'in',
    ],
    ['dans (?:les|une|la) (?<n>24|48|72) ?{unit}|sous (?<n2>24|48|72)', 'in'],
    ['(?:sous|dans une) (?:huitaine)(?: de jours)?', 'days:7'],
    ['(?:sous|dans une) (?:quinzaine)(?: de jours)?', 'days:15'],
    [
      '(?:dans|sous) (?:les prochains jours|les jours (?:qui viennent|à venir))|dans quelques jours|ces jours-ci',
      'soon',
    ],
    ["(?:à|avant|dès|d'ici|jusqu'à|vers|entre|après|à partir de|pour) {t}", 'time'],
  ],
};
