import { type ToneExamples } from '../examples.ts';

export const toneExamples: ToneExamples = {
  rude: {
    bad: [
      'Comme je vous l’ai déjà expliqué trois fois, le câble va dans la prise de gauche.',
      'Même un enfant trouverait cet interrupteur.',
      'Apprenez d’abord à lire.',
      'Bravo d’avoir découvert que l’imprimante a besoin de papier.',
      'Avez-vous seulement pris la peine de lire la notice ? Lisez le mode d’emploi.',
      'Visiblement, personne chez vous n’a daigné vérifier.',
      'Nous ne sommes pas des voyants.',
      'Calmez-vous, ce n’est qu’une imprimante.',
      'Comme d’habitude, chez vous, tout se fait au dernier moment.',
      'Quelle surprise, encore une demande « urgente » un vendredi soir.',
      'C’est peut-être trop compliqué pour vous.',
      'Cessez de nous faire perdre notre temps.',
    ],
    good: [
      'Une petite notice est jointe, l’interrupteur est à la page 2.',
      'Comme je l’écrivais lundi, la pièce est en route.',
      'Non. La vanne reste fermée jusqu’à la réception.',
      'C’était une erreur bête de ma part.',
      'Mais bien sûr, venez avec toute l’équipe !',
    ],
  },
  blame: {
    bad: [
      'Vous avez oublié de fermer la vanne.',
      'Votre femme de ménage a débranché le congélateur.',
      'C’est entièrement votre faute.',
      'Si vos équipes avaient lu la notice, le moteur tournerait encore.',
      'C’est votre chauffeur qui a abîmé le portail.',
      'Vous avez saisi un mauvais numéro, malgré nos avertissements.',
      'Le retard a été causé par vos services.',
      'Il fallait nous prévenir pour le nouveau mur.',
    ],
    good: [
      'Le congélateur était débranché depuis la veille.',
      'À mon arrivée, la vanne était ouverte.',
      'Personne chez vous n’a rien cassé.',
      'Vous avez demandé la version bleue, c’est elle que nous avons envoyée.',
      'Merci d’avoir fermé la vanne si vite.',
    ],
  },
  excuse: {
    bad: [
      'Nous manquons de personnel et la moitié de l’équipe est malade.',
      'Notre fournisseur nous a lâchés, nous n’y pouvons rien.',
      'Comprenez que c’est la pleine saison. Merci de votre compréhension.',
      'La collègue qui suivait votre dossier a quitté la maison et le nouveau logiciel n’est pas prêt.',
      'Nous sommes débordés en ce moment.',
      'Cela ne dépend pas de nous, la douane est lente.',
    ],
    good: [
      'Le fournisseur a pris du retard. J’apporte le reste vendredi moi-même.',
      'Deux collègues sont malades, j’ai donc déplacé la visite à mardi 9 h. Cela vous convient-il ?',
      'La pièce est fabriquée à Lyon et met quatre jours à venir.',
      'Un disque a lâché à 3 h 10, les données sont intactes.',
      'Nous avons été trop lents, et je vous présente mes excuses.',
    ],
  },
  'no-plan': {
    bad: [
      'Je suis désolé, votre réservation a été perdue lors de la mise à jour.',
      'Les menus sont revenus de l’imprimerie avec une date fausse. Toutes nos excuses.',
      'Nous regrettons que l’ascenseur soit de nouveau en panne.',
      'Malheureusement, le contrat prend fin en juin.',
      'Pardon, les échantillons ne sont pas arrivés à temps.',
    ],
    good: [
      'Je suis désolé, votre réservation a été perdue. Je la ressaisis aujourd’hui.',
      'L’ascenseur est en panne, pardon. L’ascensoriste a confirmé demain 7 h.',
      'Toutes nos excuses pour la date fausse. Nous réimprimons les menus cette nuit.',
      'Les échantillons auront du retard, pardon ; je les apporte jeudi.',
      'Je regrette que le tarif augmente en mai. Vendredi, je vous montrerai deux façons de garder l’actuel.',
    ],
  },
  riddle: {
    bad: [
      'J’ai une bonne et une mauvaise nouvelle. La salle est réservée deux fois.',
      'Asseyez-vous avant de lire ceci. La salle est réservée deux fois.',
      'Surtout, ne vous fâchez pas. La salle est réservée deux fois.',
      'Je ne sais pas comment vous le dire. La salle est réservée deux fois.',
      'Avant d’en venir au fait, respirez. La salle est réservée deux fois.',
      'Devinez ce qui arrive à votre salle. Elle est réservée deux fois.',
      'Ce n’est pas facile à écrire. La salle est réservée deux fois.',
    ],
    good: [
      'La salle est réservée deux fois. Pardon, j’en ai trouvé deux autres pour ce jour-là.',
      'J’ai le regret de vous annoncer que la salle est réservée deux fois.',
      'Votre commande aura deux jours de retard.',
      { text: 'Deux nouvelles, toutes deux bonnes : la salle est libre et le jardin aussi.', kind: 'reply' },
    ],
  },
  sweetening: {
    bad: [
      'Votre colis est perdu. Au fait, votre nouvelle vitrine est magnifique !',
      'Le tarif augmente de 8 pour cent. Bonne nouvelle, nous avons un nouveau logo.',
      'Les photos sont irrécupérables. Et quelle équipe charmante vous avez !',
      'Le salon est annulé. Mais vous avez gagné un mug à notre tombola.',
      'Le serveur est en panne. Je dois dire que vos bureaux sont les mieux rangés de la ville.',
    ],
    good: [
      'Votre colis est perdu. Un autre est parti ce matin, gratuitement.',
      'Le tarif augmente de 8 pour cent. L’ancienne formule reste ouverte jusqu’en juin.',
      'Les photos sont irrécupérables, mais les textes sont intacts.',
      'Le salon est annulé. Votre inscription vous sera remboursée cette semaine.',
      'Le serveur est en panne. Merci de nous l’avoir signalé si vite.',
    ],
  },
  'no-empathy': {
    bad: [
      'Votre commande arrivera avec neuf jours de retard. Le camion part lundi et je vous appellerai alors.',
      'La licence a expiré. J’envoie la nouvelle demain.',
      'Nous fermons l’agence en mai. Notre collègue du centre a confirmé qu’elle reprend les dossiers.',
      'L’échantillon est contaminé. J’en commande un autre aujourd’hui.',
      'Le tarif passe à 95 € en juillet. Je vous envoie la nouvelle grille vendredi.',
    ],
    good: [
      'Je suis désolé, votre commande aura neuf jours de retard. Je vous appelle lundi.',
      'La licence a expiré ; je sais que cela bloque votre matinée. J’envoie la nouvelle dans une heure.',
      'Toutes nos excuses, nous fermons l’agence en mai.',
      'Je comprends que l’échantillon contaminé vous coûte une semaine.',
    ],
  },
  'vague-date': {
    bad: [
      'Je vous enverrai bientôt le plan.',
      'Nous reviendrons vers vous prochainement avec les chiffres.',
      'Je vous réponds dès que possible.',
      'Je réparerai la charnière dans un avenir proche.',
      'Le rapport sera prêt sous peu.',
      'Nous changerons la courroie à l’occasion.',
    ],
    good: [
      'Je vous enverrai bientôt le plan, jeudi au plus tard.',
      'Nous revenons vers vous sous deux jours.',
      'Merci d’envoyer la clé dès que possible.',
      'Vous ne vouliez plus lire « bientôt », alors : vendredi, 10 h.',
    ],
  },
};
