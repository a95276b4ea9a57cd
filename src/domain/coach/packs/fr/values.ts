import { type ValueWords } from '../pack.ts';

export const values: ValueWords = {
  refund: `rembours*; avoir (de|d'|d’)* ?\\d*; avoirs?; crédit(e|er|erai|erons|ons)?; dédommag*; indemnis*; compens*; dédui(s|rai|rons|sons|t|re); défalqu*; (annul|effac|retir|enlèv|enlev|suppri|abandonn|passer l'éponge)* .. (facture*|frais|montant|pénalit*|dette|loyer|abonnement|mensualit*|\\d*); rendr(ai|ons) .. (argent|acompte|caution|\\d*); rends .. (argent|acompte|caution|\\d*); geste commercial; ristourne*; (laiss|abandonn|efface|effaç|annul|ray|oubli|avale|absorb|prends|prenons)* .. (frais|facture*|pénalit*|franchise|caution|loyer|mensualit*|main-d'œuvre|main d'œuvre|déplacement) .. (à (ma|notre) charge|pour (moi|nous)|de côté|tomber); (on|nous|je) (ne |n')?(vous |te |t')?(les? |la |l'|en )?(factur|compt|débit|prélèv|réclam)(e|ons|erai|era|erons) .. (pas|rien|aucun*); (crédit|revers|rembours|restitu|recrédit)* .. (euros?|€|compte|facture)`,
  discount: `(descend|descends|descendons|baisse) de .. (pour ?cent|%|€|euros?); remise*; rabais; réduction*; ristourne*; (baiss|rédui|ramèn|ramen|diminu|abaiss|brad)* .. (prix|tarif*|facture*|loyer|abonnement|mensualit*|montant); moins cher*; promotion*; pour ?cent (de moins|de remise|de rabais|de réduction|en moins|sur); % (de moins|de remise|de rabais|de réduction|en moins|sur); geste .. (prix|tarif|facture); à moitié prix; moitié prix; (enlève|enlevons|retire|retirons|ôte|ôtons|rabat|rabats|fais sauter|coupe) .. (euros?|€|pour ?cent|%|moitié); moitié .. (prix|facture|frais)|(la )?moitié (de|du) (prix|la facture|montant); prix coûtant; à prix d'achat; (euros?|€) (de moins|en moins|offert*)`,
  free: `gratuit*; offert*; offr(e|ons|irai|irons|ez); sans (frais|supplément|surcoût|facturation|rien payer|débourser); gracieus*; à (nos|mes) frais; à notre charge; à ma charge; pour rien; (ne|n') .. (coût*|factur*|pay*|débours*) .. (rien|pas|aucun*); cadeau; zéro (euro|frais)*; 0 (€|euros?); ne .. (facturerons|facturerai|compterons|compterai) *; pas un (centime|sou)`,
  fee: `frais; coût*; prix; tarif*; factur*; pénalit*; supplément*; surcoût; caution; dépôt de garantie; taxe*; tva; abonnement*; forfait; mensuel*; redevance; par (mois|an|poste|utilisateur); €; euros?; payant*; comptons; compterons; reste à (votre|leur) charge`,
  charge: `(sera|seront|est|vous est) .. facturé*; (des |un |une |les )?(frais|supplément|caution|dépôt|pénalité|forfait) .. (s'applique*|sera|seront|est due|sont dus|vous sera|vous seront|reste*|s'ajoute*); (reste|restent|seront|sera|est|sont) .. à (votre|leur) charge; (vous )?(ne )?(payez|paierez|réglez|réglerez) .. (que|seulement|uniquement|simplement|port|transport|retour|livraison|pièces|déplacement); en sus; hors taxes; facturé* .. (à part|séparément|ensuite|au-delà); payant* .. (après|à partir|ensuite|dès); (devient|passe|bascule) .. payant*; (nous|on) (ne )?(facturons|comptons|demandons|retenons)`,
  opposites: [
    {
      condition: `pièces? d'origine;d'origine;neuf*`,
      draft: `compatible*;adaptable*;d'occasion;reconditionné*;générique*`,
    },
    {
      condition: `pas d'abonnement;sans abonnement;achat;pas de location;ni abonnement`,
      draft: `abonnement;par mois;mensuel*;location;leasing`,
    },
    { condition: `pas à distance;sur place uniquement;en personne`, draft: `à distance;en visio;par téléphone` },
    {
      condition: `pas de sous-traitan*;aucun sous-traitant;aucun tiers`,
      draft: `sous-trait*;partenaire;prestataire externe;intérim*`,
    },
    { condition: `silence;sans bruit;pas de bruit;calme`, draft: `perc*;perçons;marteau*;meul*;buriner` },
    { condition: `forfait;prix fixe`, draft: `à l'heure;taux horaire;au temps passé;en régie` },
  ],
  effort: `(heures?|jours?|journées?|semaines?) (de|d') ?(travail|main-d'oeuvre|main d'oeuvre|développement|conseil|formation|intervention|technicien|support|assistance|montage|paramétrage|atelier|régie); \\d* .. heures? .. (offr*|offert*|gratuit*|gracieus*|sans frais|cadeau|à nos frais|sans facturation); (heures?|jours?|journées?) (que|dont) .. (offr*|facturer*|paier*); (pass|consacr|bloqu|réserv|investi|travaill|reprend|reprends)* .. (heures?|jours?|journées?|semaines?) (entière|complète|plein)*; (deux|trois|quatre|cinq|\\d+) (heures?|jours?|journées?) (entier|complet|complète|entière|plein)(s|es)?; une? (journée|semaine) (entière|complète)`,
  powers: [
    {
      id: 'cancel-invoice',
      draft: `(annul|effac|efface|supprim|retir|enlèv|abandonn)* .. (facture*|frais|pénalit*|dette*|impayé*|abonnement|mensualit*|loyer*|majoration*|redevance*)`,
      may: `avoir*|rembours*|annul*|remise*|factur*|geste*|pénalit*|frais`,
    },
    {
      id: 'contract',
      draft: `(prolong|étend|étendr|rallong|doubl)* .. (garantie*|contrat*|licence*|essai|abonnement*|assistance|couverture|support); (gel|bloqu|maintien|garanti|fig|fix)* .. (prix|tarif*|loyer*|mensualit*) .. (an*|mois|jusqu*|20*|durée|toujours|vie); (rési|libèr|libér|romp|modifi|chang|réécri|avenant)* .. (contrat|abonnement|forfait|formule|engagement|conditions); (pass|bascul|mett|met)* .. (vous )?(formule|forfait|offre|abonnement|contrat) (supérieur*|premium|or|gold|illimité*|plus|haut*); (ajout|inclu|inclur|intègr)* .. (week-end*|astreinte*|nuit*|24/7|24 ?h|dimanche*|samedi*); 24 ?h ?(/|sur) ?24; 7 ?j(ours)? ?(/|sur) ?7; 24/7; à vie; pour toujours; illimité*; exclusivité; définitivement; une fois pour toutes gratuit*`,
      may: `contrat*|garantie*|tarif*|formule*|licence*|abonnement*|conditions|prolong*|prix|forfait*`,
    },
    {
      id: 'liability',
      draft: `(prend|pren|assum|couvr|pai|pay|support|rembours|indemnis|rég|endoss)* .. (pénalit*|dommage*|préjudice*|perte*|manque à gagner|responsabilité*|amende*|chiffre d'affaires); (pénalit*|dommage*|préjudice*|perte*|amende*|manque à gagner|immobilisation) .. (à notre charge|pour nous|pour moi|sur nous)`,
      may: `pénalit*|dommage*|indemni*|sinistre*|litige*|réclamation*|préjudice*|dédommag*`,
    },
    {
      id: 'people',
      draft: `(envo|déta|affect|mett|met|lais|plac|mobilis|recrut|embauch|post)* .. (deux|trois|quatre|cinq|un|une|plusieurs|\\d*) .. (techniciens?|ingénieurs?|personnes?|développeurs?|consultants?|équipes?|monteurs?|spécialistes?|agents?|gardiens?|intérimaires?) .. (à demeure|à plein temps|en permanence|toute (la|une) (semaine|nuit|journée|année)|tous les (jours|soirs|week-ends)|pendant (un|une|deux|trois|tout|toute|\\d*)|jour et nuit|chaque (nuit|jour|week-end)|sur place pour)`,
      may: `affect*|équipe*|personn*|plann*|technicien*|détach*|recrut*|mobilis*|effectif*|planifi*`,
    },
    {
      id: 'security',
      draft: `(donn|ouvr|cré|accord|envo|fourni|attribu)* .. (droits? d'administrat*|accès (administrat*|root|complet|total|distant)|mot de passe (administrat*|root|maître)|droits admin|compte admin*); (désactiv|coup|ouvr|débloqu|lèv)* .. (pare-feu|antivirus|chiffrement|alarme|double authentification|journalisation|ports?)`,
      may: `accès|droit*|compte*|pare-feu|mot* de passe|réseau*|sécurit*|admin*|port*|alarme*`,
    },
    {
      id: 'goods-free',
      draft: `(remplac|chang|échang|aur|recev|bénéfici|donn|offr|ajout|livr|fourni|install|pos|mett|mets|glisse)*`,
      may: `remplacer (des |les )?(pièces|appareils|matériels?|équipements|cartes|composants|bornes|unités)|échang*|commander (du |des )?(matériel|pièces)|prêt(er|ez)|garantie*|geste*|avoir*|gratuit*|échantillon*|remise*|rembours*|installer|offrir|poser|réparer`,
    },
  ],
  weighty: `(promet*|donn*|offr*|remplac*|échang*|fourn*|accord*) .. (une?) (machine|appareil|unité|serveur|ordinateur|imprimante|pompe|compresseur|chaudière|voiture|téléphone|écran|moteur|système|carte|scanner|four|vélo|modèle) neu(f|ve)s?; (promet*|donn*|offr*|remplac*|échang*|fourn*|accord*) .. une? nouve(au|lle|l) (machine|appareil|serveur|ordinateur|imprimante|pompe|compresseur|chaudière|voiture|téléphone|écran|moteur|système|scanner|four|vélo|modèle)s?; (deux|trois|quatre|cinq|six|\\d+) (de nos |techniciens|ingénieurs|personnes|développeurs|consultants|monteurs|collègues|agents|gardiens|hommes); (droits? d'administrat*|accès (complet|total|administrat*|root)); pare-feu; (jour et nuit|24 ?h|7 ?j ?/ ?7|chaque nuit|tous les week-ends|dans les (dix|quinze|vingt|trente|\\d+) minutes)`,
  telling: `envoi*; envoy*; enverr*; écri*; montr*; prépar*; rédig*; établi*; imprim*; expliqu*; li(s|rai|sons); regard*; vérifi*; demand*; di(s|rai|rons|sons); inform*; transm*; join*; apport*; remet*; discut*; parl*; présent*; calcul*; chiffr*; compar*; list*; cherch*; trouv*; relis*; confirm*; rappel*; appel*; tien*; enregistr*; not*; réserv*; planifi*; pass*; viens; viendr*; récupér*; livr*; étiquet*; scann*; class*; test*; répond*; traduis*; adress*; fourni*; recev*; selon; au titre de; couvert* par; conformément; sous garantie; dans le cadre`,
  maySend: `(planifi|réserv|organis|programm|fix|gér|prendre)* .. (visite*|intervention*|rendez-vous|passage*|travaux|chantier*|tournée*|livraison*|déplacement*|pose*|entretien*|montage*|raccordement*|planning*); (affect|envoy|dépêch|mobilis|répart)* .. (technicien*|équipe*|agent*|personne*|ticket*|intervenant*|monteur*|ressource*)`,
  physical: `passer*; passons; passe (vous|chez|demain|lundi|mardi|mercredi|jeudi|vendredi); viendr*; vien(s|t|nent|ons); livr*; pos(e|ons|er|erai|erons|ez); install*; remplac*; apport*; récupér*; réparer*; répar*; interven*; intervien*; mont(e|ons|er|erai|erons); chez vous; sur place; sur site; déplac*; se tien(dra|dront|t|nent); aura lieu; auront lieu; a lieu; form(er|erai|erons|ons|ation)*; dans nos locaux; accueill*; perc*; assembl*; dépos*`,
  elsewhere: `cloud; nuage; héberg* .. (chez nous|par nos soins|dans notre|sur nos|à l'étranger|ailleurs|externe); (notre|nos) (data ?center*|centre de données|serveur*|plateforme|plate-forme|atelier*|locaux|entrepôt*|hébergement|site de|usine); datacenter*; à distance; en ligne; à l'étranger; saas; aws; azure; google; chez nous; hors (site|de vos|du bâtiment|de france)`,
  ownPlace: `sur nos (postes|machines|ordinateurs|serveurs); pas de logiciel hébergé; rien d'hébergé; (nos|leurs|ses|propres|notre|leur) (propres )?(serveur*|murs|locaux|bâtiment*|site|réseau|infrastructure); sur (place|site); pas de cloud; sans cloud; hors cloud; rien dans le cloud; en interne; en local; (ne|n') .. (quitt*|sort*) .. *; rest(e|ent|er|ent) (dans|sur|chez|en) *; doivent rester`,
  channels: [
    {
      id: 'phone',
      condition: `appel*; téléphon*; coup de fil`,
      draft: `appell*; appel(er|erai|erons|ez)?; rappell*; téléphon*; par téléphone; coup de (fil|téléphone); joindr(ai|ons)`,
    },
    {
      id: 'mail',
      condition: `mail*; courriel*; e-mail*; écri(re|t|ts|te|tes|vez)*; lettre*; courrier*`,
      draft: `écri(s|rai|rons|vons); mail*; courriel*; par écrit; e-mail*; courrier*`,
    },
    {
      id: 'visit',
      condition: `visit*; passer; passage*; venir; se déplacer; en personne`,
      draft: `passer(ai|ons); passe; passons; viens; viendr(ai|ons); venons; visit*; en personne; me déplace*`,
    },
    {
      id: 'chat',
      condition: `chat; whatsapp; sms; teams; messagerie instantanée; texto*`,
      draft: `whatsapp; sms; texto*; chat; messenger`,
    },
    { id: 'portal', condition: `portail; espace client; plateforme de tickets`, draft: `portail; espace client` },
  ],
  never: `ne; n'; pas; jamais; aucun(e)?; rien; sans; interdit*; exclu*; ni; non; hors; nul; refus*; zéro`,
  only: `seulement; uniquement; exclusivement; que (le|la|les|par|sur|chez|avant|après|entre|en); toujours; doit; doivent; impérativement; obligatoirement; seul(e|s|es)?; qu'(en|à|au|avant|après)`,
  before: `avant; jusqu'(à|au); au plus tard; d'ici; maximum; max`,
  after: `après; à partir de; pas avant; dès; depuis`,
  between: `entre; de .. à`,
  ask: {
    quantity: `combien; quel(le)? (nombre|quantité|volume|budget|montant|surface|taille|effectif|longueur|largeur|hauteur|poids|puissance|capacité|tirage); nombre de; à combien; quels? effectifs?`,
    time: `quand; à (quelle heure|quel moment|quelles heures|quelle date); quel(le|les|s)? (heure|heures|jour|jours|date|dates|créneau|créneaux|délai|moment|horaires?|mois|semaine); depuis quand; jusqu'à quand; dès quand; à partir de quand`,
    place: `où; d'où; (à|dans|sur|en|de|vers|depuis) quel(le|s|les)? (adresse|salle|site|étage|bâtiment|pièce|bureau|ville|lieu|endroit|agence|entrepôt|magasin|local|atelier|quai|porte); quelle adresse; quelle est (votre|l')(adresse)*`,
    which: `quel(le|s|les)?; lequel; laquelle; lesquels; lesquelles; que; qu'est-ce; quoi; comment; avec quoi; de quoi; sur quoi`,
    who: `qui; à qui; de qui; avec qui; chez qui; quel (contact|interlocuteur)`,
  },
  stop: `le la les un une des du de et ou mais donc or ni car à au aux en dans sur sous pour par avec sans chez vers entre que qui quoi dont où quand comment combien quel quelle quels quelles ce cet cette ces cela ça il elle ils elles on nous vous je tu me te se lui leur leurs y mon ma mes ton ta tes son sa ses notre nos votre vos est sont était étaient sera seront être été avoir ai as avons avez ont avait aura faire fait fais faites font pas ne plus rien jamais aucun aucune seul seule seuls seulement très bien aussi déjà encore tout toute tous toutes même autre autres nouveau nouvelle deux trois quatre cinq six sept huit neuf dix jour jours mois semaine semaines an ans année heure heures euro euros janvier février mars avril mai juin juillet août septembre octobre novembre décembre depuis avant après pendant lundi mardi mercredi jeudi vendredi samedi dimanche peut peuvent doit doivent prix coûte cher chaque client cliente entreprise société merci voici voilà ici là lors dès comme si ont été peu plusieurs petit petite grand grande`,
  keys: `users=utilisat*|postes?|personnes; seats=postes?|places?|utilisat*; budget=budget*|dépenser|montant; price=prix|tarif*|coût*; address=adresse*; deadline=délai*|échéance|pour quand; contact=contact*|interlocut*|joindre; phone=téléphone|numéro*; email=courriel*|mail*|adresse*; version=version*; os=système*; model=modèle*|type*; serial=numéro*|série; site=site*|lieu*|adresse*; room=salle*|pièce*|bureau*; floor=étage*; date=date*|jour*; time=heure*|moment|quand; start=commence*|début*|démarr*; size=taille*|surface*|dimension*; quantity=combien|nombre|quantité; count=combien|nombre; records=fiches?; checkin=pointe*|arrivée; language=langue*; browser=navigateur*; server*=serveur*; portals=portail*|portails; covers=couverts; payment=paiement*|règlement; hours=horaire*|heures; color=couleur*; guests=invités|convives|personnes|couverts; employees=salariés|employés|personnes; vehicles=véhicules|camions|voitures; cars=voitures|véhicules; supplier=fournisseur*; plan=formule*|forfait*; reason=pourquoi|raison; account=compte*|numéro; order=commande*; slope=pente*`,
};
