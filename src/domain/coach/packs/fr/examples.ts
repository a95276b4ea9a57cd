import { type Examples } from '../examples.ts';
import { toneExamples } from './tone-examples.ts';

const desk = { may: ['ouvrir des tickets', 'planifier des visites'], max_hours: 2, max_discount_eur: 0 };
const lead = { may: ['accorder des avoirs', 'planifier des travaux'], max_hours: 8, max_discount_eur: 150 };

export const examples: Examples = {
  clean: [
    'Merci pour les photos. Je les regarde cet après-midi et je vous écris avant 17 h.',
    'La passerelle fonctionne de nouveau depuis 9 h 40. Si elle retombe, appelez le numéro de l’étiquette.',
    'J’ai interrogé Mme Vidal, qui décide des pièces, et je vous transmets sa réponse jeudi.',
    'Préférez-vous mardi, ou vendredi vous arrange-t-il mieux ?',
    'Vous avez raison, nous étions en retard. La seconde camionnette est réservée et je serai à votre quai demain à 6 h 30.',
    'Je n’ai pas encore reproduit le défaut. Qu’affichait l’écran juste avant ?',
  ],
  rules: {
    'binds-others': {
      bad: [
        'Les carreleurs viendront samedi et referont la douche.',
        'Enedis vous raccordera la semaine prochaine.',
        'La menuiserie refera les portes vendredi.',
        'Le courtier acceptera le dossier.',
        'Nos juristes signeront l’avenant avant lundi.',
        'Mon chef va accepter, c’est certain.',
        'Je suis sûre que l’assureur prendra la vitre en charge.',
        'L’équipe de nuit remettra le groupe en marche avant le petit-déjeuner.',
        'Je vais convaincre la compta de vous accorder un délai.',
        'Votre bailleur nous laissera percer samedi.',
        'Le laboratoire vous envoie les résultats demain.',
        'La facturation annulera les frais aujourd’hui.',
        'Le siège doit accepter, il n’a pas le choix.',
        'Les traducteurs livreront le dernier chapitre vendredi, je vous le garantis.',
        'Le service achats ne s’y opposera pas.',
        'Les électriciens auront fini avant le week-end.',
        'Le transporteur déposera le colis demain matin.',
      ],
      good: [
        'Les carreleurs ont confirmé samedi.',
        "Je demande aux carreleurs aujourd'hui si samedi leur convient.",
        'La menuiserie a confirmé vendredi.',
        'Je demande à nos juristes s’ils peuvent signer avant lundi.',
        'L’assureur a confirmé ce matin par écrit qu’il prend la vitre en charge.',
        'Si le bailleur est d’accord, nous commençons samedi.',
        'Notre directrice a validé la commande, la pompe part donc demain.',
        'Votre bailleur nous laissera-t-il percer samedi ?',
        'Je ne peux pas dire si le conseil acceptera ; il se réunit le 14.',
        'La décision revient aux finances, je vous dirai ce qu’elles décident.',
      ],
    },
    'over-authority': {
      bad: [
        {
          text: 'Je vous recrédite 260 euros sur votre compte.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'Je consacre gratuitement deux journées entières à votre fournil.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'On ne vous facture pas le déplacement, ni les 140 euros de pièces.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'Nous enlevons 120 euros de la facture de toiture.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        { text: 'Je vous rembourse aujourd’hui les 240 € du déplacement.', author: desk },
        { text: 'Nous vous ferons dix pour cent de remise sur les trois prochaines factures.', author: desk },
        { text: 'J’annule la facture de mai.', author: desk },
        { text: 'Nous prolongerons votre garantie d’un an.', author: desk },
        { text: 'Je vous crédite 300 € pour le week-end perdu.', author: lead },
        { text: 'Vous aurez la deuxième licence gratuitement.', author: desk },
        { text: 'Nous paierons la pénalité que votre client vous réclame.', author: lead },
        { text: 'Je vous donne ce soir les droits d’administrateur.', author: desk },
        { text: 'Désormais vous avez une assistance 24 h sur 24 au même prix.', author: desk },
        { text: 'Nous ferons à nos frais les 25 heures de migration.', author: lead },
        { text: 'Je baisse votre abonnement de moitié.', author: desk },
      ],
      good: [
        {
          text: 'Je vous recrédite 30 euros sur votre compte.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: "Je demande à ma responsable si l'on peut enlever 120 euros.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'Je passe deux heures au fournil lundi.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        { text: 'Je demande si nous pouvons rembourser les 240 € du déplacement.', author: desk },
        { text: 'Je vous crédite 120 € pour le week-end perdu.', author: lead },
        { text: 'Si ma responsable est d’accord, nous prolongerons votre garantie d’un an.', author: desk },
        { text: 'Nous essaierons d’obtenir dix pour cent de remise.', author: desk },
        { text: 'Je passe mardi, dans les quatre heures après votre appel.', author: desk },
        { text: 'La migration prend environ six heures ; je vous envoie le plan demain.', author: lead },
        { text: 'Une remise de 300 € dépasse ce que je peux accorder, j’ai donc interrogé ma cheffe.', author: lead },
      ],
    },
    'condition-clash': {
      bad: [
        {
          text: 'Nous livrons les fours mercredi à 14 h.',
          ledger: ['condition|Livraisons seulement avant 10 h|time|avant 10 h'],
        },
        {
          text: 'L’essai est gratuit, la mise en service coûte 90 €.',
          kind: 'offer',
          ledger: ['condition|L’essai ne doit rien coûter|cost|0 €'],
        },
        {
          text: 'Nous transférerons vos fichiers dans notre centre de données la semaine prochaine.',
          ledger: ['condition|Les dossiers des patients ne doivent pas quitter notre bâtiment|hosting|sur site'],
        },
        {
          text: 'J’appelle l’entrepôt lundi.',
          ledger: ['condition|Ne jamais appeler l’entrepôt, écrire aux achats|channel|par mail'],
        },
        {
          text: 'Nous posons les portes de l’ascenseur le 3 avril.',
          ledger: ['condition|Pas de travaux sur l’ascenseur avant le 15 avril|date|pas avant le 15 avril'],
        },
        {
          text: 'Nous vous proposons la formule à 1 450 €.',
          kind: 'offer',
          ledger: ['condition|Budget de 1 000 € au plus|budget|max 1000 €'],
        },
      ],
      good: [
        {
          text: 'Nous livrons les fours mercredi à 8 h 30.',
          ledger: ['condition|Livraisons seulement avant 10 h|time|avant 10 h'],
        },
        {
          text: 'L’essai ne coûte rien, mise en service et retour compris.',
          kind: 'offer',
          ledger: ['condition|L’essai ne doit rien coûter|cost|0 €'],
        },
        {
          text: 'J’écris aux achats lundi.',
          ledger: ['condition|Ne jamais appeler l’entrepôt, écrire aux achats|channel|par mail'],
        },
        {
          text: 'Je le dis franchement : 1 450 €, c’est plus que la limite que vous aviez posée. Dois-je chercher un modèle plus petit ?',
          kind: 'offer',
          ledger: ['condition|Budget de 1 000 € au plus|budget|max 1000 €'],
        },
        {
          text: 'Nous posons les portes de l’ascenseur le 20 avril.',
          ledger: ['condition|Pas de travaux sur l’ascenseur avant le 15 avril|date|pas avant le 15 avril'],
        },
      ],
    },
    'reflex-no': {
      bad: [
        'Nous ne réparons pas les appareils achetés ailleurs.',
        'Les livraisons du soir ne sont pas comprises dans votre formule.',
        'Il n’y a aucune possibilité d’accélérer.',
        'Sans bon de commande signé, nous n’examinons rien.',
        'Merci de nous faire parvenir d’abord un acompte.',
        'C’est hors de question.',
        'Votre demande est refusée, l’article 7 s’applique.',
      ],
      good: [
        'Les livraisons du soir ne sont pas comprises. Que se passe-t-il le soir chez vous ?',
        'Impossible d’accélérer le séchage, mais j’apporte un plan provisoire lundi.',
        'Cette semaine, c’est impossible. Je peux vous proposer mardi ou jeudi.',
        'Le samedi n’est pas prévu au contrat ; il existe deux solutions, je vous les décris ?',
        'Pas besoin de bon de commande, la visite est comprise.',
      ],
    },
    'asked-again': {
      bad: [
        { text: 'Combien d’invités attendez-vous ?', ledger: ['fact|Le mariage compte 120 invités|guests|120'] },
        {
          text: 'Quel système tourne sur vos tablettes ?',
          ledger: ['fact|Toutes les tablettes ont le système Android 14|os|Android 14'],
        },
        {
          text: 'Merci de m’indiquer l’adresse de livraison.',
          ledger: ['fact|L’adresse de livraison est 5 rue du Port|address|5 rue du Port'],
        },
        {
          text: 'À quelle heure commence l’équipe du matin ?',
          ledger: ['fact|L’équipe du matin commence à 5 h 30|shift|5 h 30'],
        },
        { text: 'À quel étage se trouve le scanner ?', ledger: ['fact|Le scanner est au troisième étage|floor|3'] },
        { text: 'Quel est votre budget ?', ledger: ['condition|Budget de 2 000 € au plus|budget|2000 €'] },
      ],
      good: [
        {
          text: 'Vous parliez de 120 invités, est-ce toujours exact ?',
          ledger: ['fact|Le mariage compte 120 invités|guests|120'],
        },
        {
          text: 'Que doivent voir les invités depuis la scène ?',
          ledger: ['fact|L’équipe du matin commence à 5 h 30|shift|5 h 30'],
        },
        { text: 'Qui nous ouvre le portail ?', ledger: ['fact|Le scanner est au troisième étage|floor|3'] },
        {
          text: 'Quelle couleur vous plairait ?',
          ledger: ['fact|L’adresse de livraison est 5 rue du Port|address|5 rue du Port'],
        },
      ],
    },
    'already-has': {
      bad: [
        {
          text: 'Je vous propose un contrat d’entretien pour les lave-vaisselle.',
          kind: 'offer',
          ledger: ['already-has|Contrat d’entretien de tous les lave-vaisselle jusqu’en 2027'],
        },
        {
          text: 'Nous pourrions installer des détecteurs de mouvement dans le couloir.',
          ledger: ['already-has|Détecteurs de mouvement dans le couloir depuis le printemps'],
        },
        {
          text: 'Je recommande notre gestionnaire de mots de passe à toute l’équipe.',
          kind: 'offer',
          ledger: ['already-has|Ils utilisent un gestionnaire de mots de passe d’une autre maison'],
        },
        {
          text: 'Un groupe électrogène réglerait la question, 8 000 € posé.',
          kind: 'offer',
          ledger: ['already-has|Un groupe électrogène dans la cour'],
        },
        {
          text: 'Que diriez-vous d’une seconde imprimante d’étiquettes au quai ?',
          ledger: ['already-has|Deux imprimantes d’étiquettes au quai'],
        },
      ],
      good: [
        {
          text: 'Les détecteurs de mouvement que vous avez déjà peuvent allumer les nouvelles lampes.',
          ledger: ['already-has|Détecteurs de mouvement dans le couloir depuis le printemps'],
        },
        {
          text: 'Votre contrat d’entretien couvre cette visite.',
          ledger: ['already-has|Contrat d’entretien de tous les lave-vaisselle jusqu’en 2027'],
        },
        {
          text: 'Nous pourrions vous proposer un adoucisseur d’eau.',
          kind: 'offer',
          ledger: ['already-has|Contrat d’entretien de tous les lave-vaisselle jusqu’en 2027'],
        },
        { text: 'Je vérifie le groupe électrogène lundi.', ledger: ['already-has|Un groupe électrogène dans la cour'] },
      ],
    },
    ...toneExamples,
  },
};
