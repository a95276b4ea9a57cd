import { type ValueWords } from '../pack.ts';

export const values: ValueWords = {
  refund: `credit of; (give|pay|hand|get) .. back; take .. off; taking .. off; refund*; reimburs*; credit (you|your|note|the|back); credited; pay (you )?back; give (you )?(the |your )?(money|.. back); compensat*; take .. off( the| your)?; knock .. off; deduct*; (come|comes) off; write off; waive; return (your|the) (money|fee|deposit); (credit|crediting|refund|refunding|reimburse|reimbursing|returning) .. (eur|euros?|€|pounds?|£|dollars?|\\$|account|invoice|bill); (drop|dropping|scrap|scrapping|strike|striking|waiv|swallow|swallowing|absorb|absorbing|forget|cancel|cancelling|remove|removing|delete|deleting|let you off)* .. (fees?|charges?|surcharges?|costs?|bill|invoice|penalt*|deposit|instal*|rent|premium); (fees?|charges?|surcharges?|costs?|bill|invoice|penalt*|deposit|rent|premium) .. (dropping|waiving|scrapping|striking|cancelling|writing off|swallowing|absorbing|forgetting|letting go); (you can|you may) keep the *; writing off`,
  discount: `(pay|pays|cost|costs) .. (half|nothing|only half); (come|coming|go|going) down (by|to); discount*; percent off; off the (price|list|bill|invoice|rate); rebate*; reduc* (the|your) (price|rate|fee|bill|invoice); lower (the|your) (price|rate|fee); cheaper; (%|per ?cent|percent) (off|less|lower|reduc*|down); price cut; for (nothing|half|half price); (knock|knocking|shave|shaving|take|taking|slice|cut|cutting|chop) .. (off|from) *; (sell|sold|let|give|offer|have) .. (at|for) (half|cost)( price)?; at cost( price)?; (halve|halving|half|split|splitting) (the|your) (price|bill|invoice|fee|rate)`,
  free: `free( of charge| of cost)?; for nothing; no (extra |additional )?(charge|cost|fee); at no (extra |additional )?(cost|charge); without (charge|cost|charging|extra cost|billing); on the house; on us; on me; complimentary; gratis; (at|on) our (own )?(expense|cost); (won't|not|never) .. (cost|charge|bill|invoice); as a (gift|present); give you for free; 0 (eur|euros?|€|£|\\$); zero (cost|euros?|eur); nothing to pay`,
  fee: `(fee|fees|charge|charges|surcharge|deposit|premium|tax|vat|restocking|cancellation fee|setup fee|set-up fee|shipping|postage|call-out); we (only |just |then )?(charge|bill|invoice); (cost|costs|price|priced); (extra|additional) .. (cost|charge|fee|euros?|eur); subscription; per (month|year|user|seat); plus; euros?; eur; €; £; \\$`,
  charge: `(a |an |the |small |modest )*(fee|surcharge|deposit|handling charge|restocking fee|set-?up fee|cancellation fee|call-out charge|postage) (applies|apply|is due|will be|is charged|is payable|comes|may apply|would apply|of); (you|customer) (only |just |merely )*(pay|cover|bear|carry) (for )?(the )?(shipping|postage|return|freight|delivery|transport|licen[cs]e|parts|material*|installation|setup|rest|difference); (we|will|is|are) (only |just |then |simply )*(charge|bill|invoice)d?; (on top|plus vat|plus tax|excluding vat|at your (own )?(expense|cost)|billed separately|chargeable|payable|subject to a fee); becomes a paid; paid (plan|subscription|version) .. (after|from|starts|once); converts? (to|into) a paid; renews? (automatically )?at`,
  opposites: [
    {
      condition: `original( parts)?;genuine;oem`,
      draft: `compatible;aftermarket;third-party;refurbished;used (one|part|unit|parts);substitute;generic;equivalent`,
    },
    {
      condition: `no subscription*;one-off;outright;buy not rent;no monthly;no leas*;no rental`,
      draft: `subscription;monthly;per month;leas*;rental;rent`,
    },
    {
      condition: `no remote;on-?site only;in person only`,
      draft: `remote(ly)?;over the phone;by video;online session`,
    },
    {
      condition: `no sharing;no third part*;no subcontract*;own staff only`,
      draft: `subcontract*;partner company;freelanc*;third party;external (team|firm|crew)`,
    },
    { condition: `no noise;quiet;silent`, draft: `drill*;hammer*;chisel*;grind*;jackhammer` },
    { condition: `fixed price;flat rate;lump sum`, draft: `hourly;per hour;time and materials?;by the hour` },
  ],
  effort: `(hours?|days?|weeks?)( of| worth of|') .. (work|labour|labor|time|effort|consult*|development|training|support|engineering|free); \\d* .. hours .. (free|charge|for nothing|on us|on the house|gift); man-(hours?|days?); (spend|spending|put in|putting in|set aside|work|working|invest|investing|devote|devoting|dedicate|reserve|block) .. (hours?|days?|weeks?|weekend)`,
  powers: [
    {
      id: 'cancel-invoice',
      draft: `(cancel*|void|scrap|drop|tear up|delete|annul|write off|waive|forget) (the |your |that |this |all |both |last )*(whole |entire |open |old |last |late |penalty |restocking |cancellation |setup |delivery |monthly |annual )*(invoices?|bills?|fees?|charges?|fine|penalt*|debt|surcharge|subscription|contract|reminders?)`,
      may: `cancel*|credit*|refund*|waive*|invoice*|fee*|contract*|discount*|goodwill`,
    },
    {
      id: 'new-unit',
      draft: `(give|send|get|bring|deliver|swap|replace|exchange|supply|provide|ship|hand) .. (brand[ -]new|a new one|new (unit|machine|device|one|pump|board|controller|motor|compressor|laptop|printer|server|phone|model|set|boiler|screen|engine|scanner|display|oven|fridge|router)) .. (no charge|free*|for nothing|at no|on us|on the house|without charge|our expense|gratis)`,
      may: `replac* (?!filters?|batter*|parts?|sensors?)*|exchange*|swap*|issue (devices|hardware|replacement*)|lend*|order (hardware|devices|parts|replacement*)|grant*|warrant*|goodwill`,
    },
    {
      id: 'contract',
      draft: `(extend|prolong|lengthen|double) .. (warranty|guarantee|contract|trial|licen[cs]e|term|support|cover*|subscription|lease); (freeze|lock|fix|hold|guarantee|keep) .. (price|prices|rate|rates|fee|fees) .. (for|until|through|next|forever|two|three|years?|months?|20*); (let|release) you out of .. (contract|agreement|lease|term); (end|terminate|change|amend|rewrite|upgrade|drop) (the|your) (contract|agreement|plan|terms|clause|tariff|sla|service level) .. *; (upgrade|move|switch|lift|put) you (to|on|onto) (the |our |a )?(premium|gold|platinum|enterprise|higher|next|top|24|full|bigger|better|cheaper|old)*; (include|add|throw in|put) .. (weekend|24/7|round-the-clock|night|sunday|saturday|holiday) .. (cover*|support|service|response); (a?round[ -]the[ -]clock|24/7); one-hour response; response (time )?of (one|two|an|\\d*) hour*; for (life|ever|the rest of|all time); unlimited; exclusiv*; lifetime`,
      may: `contract*|warrant*|extend*|plan*|terms|tariff*|price*|licen[cs]e*|agreement*|sla*|renew*|subscription*|trial*|upgrade*|cover*`,
    },
    {
      id: 'liability',
      draft: `(take|accept|assume|bear|cover|pay|carry|shoulder|absorb) (full |all |the |any |your |every )*(liability|damages?|penalt*|fines?|losses|lost (profit*|revenue|sales|turnover|earnings)|loss of (profit*|revenue|sales|earnings|turnover)|costs? of (the|your) (downtime|outage|loss*)|downtime|contractual penalt*)`,
      may: `liabilit*|damage*|penalt*|claim*|settle*|compensat*|loss*`,
    },
    {
      id: 'people',
      draft: `(send|put|give|assign|station|place|post|provide|dedicate|hire|second|leave) (you )?(two|three|four|five|six|\\d*|a|an|another|one of our|our) (more |extra |additional |permanent |dedicated |full-time |senior |personal |whole )*(engineers?|technicians?|people|developers?|consultants?|crews?|teams?|staff|specialists?|programmers?|fitters?) .. (on site|full[ -]time|permanently|for (a|the|two|three|four|\\d*) (whole |entire )?(weeks?|months?|days?|year)|every (day|week|night|weekend)|all (week|month|night|weekend)|round the clock|day and night)`,
      may: `assign*|second*|staff*|people|crew*|team*|hire*|schedule*|plan*|dispatch*|allocat*|engineer*|technician*`,
    },
    {
      id: 'security',
      draft: `(give|grant|hand|open|make|set|send) (you |your .. )*(a |the |full |an |all )*(admin*|root|domain admin|master|superuser|vpn|full|remote|unrestricted) .. (rights?|access|passwords?|accounts?|key|credentials?|privileges?); (switch|turn) off .. (firewall|antivirus|mfa|two-factor|logging|encryption|alarm|audit*); (open|disable) (up )?(the |your )*(firewall|port|antivirus|mfa|two-factor|encryption)`,
      may: `access*|account*|firewall*|right*|permission*|admin*|secur*|password*|network*|port*|alarm*`,
    },
    {
      id: 'goods-free',
      draft: `(swap|replace|exchange|change|get|receive|have|give|throw in|add|include|supply|hand)`,
      may: `replace (parts|components|devices|units|boards|hardware|controllers|everything)|exchange*|order*|lend*|grant*|warrant*|goodwill|free|gift*|issue*|sample*|credit*|discount*|install*|repair*`,
    },
  ],
  weighty: `(promise|give|get|swap|exchange|replace|supply|provide|hand|offer|treat) .. a (brand[ -])?new (machine|unit|device|one|model|server|laptop|printer|pump|compressor|boiler|car|phone|screen|set|motor|engine|system|board|scanner|oven|lift|fridge|bike)s?; (two|three|four|five|six|\\d+) (of our |more |extra |additional )*(people|engineers|technicians|developers|consultants|fitters|men|colleagues|staff); (admin*|root|full|unrestricted) (rights?|access|password|privileges?); (firewall|database port|port) ; (day and night|night and day|24 ?/ ?7|round[ -]the[ -]clock|every night|every weekend|within (five|ten|fifteen|twenty|thirty|\\d+) minutes)`,
  telling: `send*; sending; write; mail*; show*; prepar*; draft*; draw up; print*; explain*; read; look; check*; ask*; tell; inform*; forward*; attach*; bring; hand; discuss*; talk*; speak*; present*; calculat*; quote; make you an? (offer|quote); compar*; list*; find*; search*; review*; confirm*; remind*; call*; let you (know|have); keep you; register; record; note; book; schedule; plan; come; visit; collect; pick; return; deliver*; label*; scan*; file; test*; name; put .. together; have .. (ready|with you|in your inbox); hear; report*; answer; translat*; update you; invoice you; on (the|your) invoice; by invoice; according to; under (the|your) (contract|agreement|warranty|guarantee); covered by; in line with`,
  maySend: `(book|arrange|plan|schedule|make) (visits?|appointments?|interventions?|jobs?|work|call-outs?|maintenance|installations?); (assign|send|dispatch|allocate|roster) (technicians?|people|engineers?|crews?|staff|jobs|tickets|teams?|shifts?); plan (shifts|work|tours|rounds|routes|crews)`,
  physical: `come; comes; coming; deliver*; bring*; install*; replac*; visit*; be (with you|there|at your|on site); fit; mount*; collect*; pick up; swap*; repair*; drop off; arriv*; take place; takes place; held; hold the; host*; train*; meet*; drill*; assembl*; set up`,
  elsewhere: `cloud*; hosted (by us|in our|at our|with|on our|elsewhere|abroad|off-site|externally); our (own )?(data ?cent(er|re)s?|servers?|platform|hosting|workshop|premises|warehouse|depot|office|lab|plant|site); saas; off-?site; data ?cent(er|re); remote(ly)?; online; abroad; outside (the|your); overseas; aws; azure; google`,
  ownPlace: `no hosted; our own (machines|servers|computers|hardware|premises|building); (own|our own|their own|on-?site|in-?house|on-?prem*|local*) .. *; nothing in the cloud; no cloud; (stay|stays|remain|remains|kept|stored|keep|hosted) (in|on|at|within|inside) (the|our|their) (building|premises|house|site|servers?|plant|country|network|office|clinic|hospital|eu); must not leave; (never|not) leave; no (external|outside|third-party|foreign)`,
  channels: [
    {
      id: 'phone',
      condition: `phone*; call*; ring*; telephon*`,
      draft: `(call|phone|ring|telephone)( you| him| her| them| the| your| up)?; give .. (a )?(call|ring|buzz); by phone; on the phone`,
    },
    {
      id: 'mail',
      condition: `e-?mails?; mails?; written; (in )?writing; letter`,
      draft: `(e-?mail|mail|write to|write)( you| him| her| them| the| your)?; by e-?mail; by mail; drop .. a line`,
    },
    {
      id: 'visit',
      condition: `visits?; on-?site; in person; come by`,
      draft: `(visit|come by|drop by|stop by|come over|come round|drive over|call in)( you| the| your)?; on-?site`,
    },
    {
      id: 'chat',
      condition: `chat; whatsapp; teams; slack; sms; text messages?; messenger; signal`,
      draft: `chat; whatsapp; slack; sms; text you; text message; messenger; signal; telegram`,
    },
    { id: 'portal', condition: `portal; ticket system; ticketing; service desk tool`, draft: `portal; ticket system` },
  ],
  never: `no; not; never; nothing; none; without; don't; do not; must not; may not; cannot; can't; neither; nobody; free of; avoid; stop; refuse*`,
  only: `only; exclusively; solely; always; must; has to; have to; just`,
  before: `before; by; until; till; no later than; not later than; latest; up to`,
  after: `after; from; not before; no earlier than; since`,
  between: `between; from .. (to|until|till); within`,
  ask: {
    quantity: `how (many|much|large|big|long|often|far|high|old|heavy|wide|tall|deep|fast); what (number|quantity|amount|size|volume|budget|price); number of; which (number|quantity); the (count|headcount|quantity)`,
    time: `when; (what|which|at what|on what|by what) (time|day|date|hour|days|hours|week|month); how (soon|early|late); from what time; until when; since when; time of day`,
    place: `where; (in |at |on |to )?(which|what) (room|site|place|address|floor|building|city|office|hall|location|branch|store|warehouse|country|plant); what('s| is) (the|your) (address|location)`,
    which: `which; what (kind|type|sort|version|model|brand|system|software|browser|operating|colour|color|format|language|size)?; what; how do; how does; how is; how are; with what; on what`,
    who: `who; whom; whose; (which|what) (person|contact|colleague|department); contact (person|name)`,
  },
  stop: `the a an and or of to in on at for with by from is are was be been it its this that these those they them their you your we our us i my me he she his her has have had do does did not no nor so if then than as but can could will would should may might must shall all any each every some only also just already about into over under out up down off per one two three four five six seven eight nine ten more most very much many new own other another what which who when where how why since year years month months week weeks day days date please there here after before between during without within until again want wants need needs use uses used using make made get got give given take taken let like know said told asked says tell work works run runs still first last next same both few our firm company client customer euro euros eur etc mr mrs ms march april may june july spring summer autumn winter none only never nothing must anything end start cost costs`,
  keys: `users=users|user count|seats|headcount|people|employees|staff; seats=seats|users; budget=budget|spend|afford; price=price|cost; address=address; deadline=deadline|needed by; contact=contact|contact person|reach; phone=phone|telephone|number; email=e-?mail|address; version=version|release; os=operating system|windows|os; model=model|type; serial=serial; site=site|location; room=room; floor=floor; date=date|day; time=time|hour; start=start|begin*; size=size|how (big|large); quantity=how many|quantity|number; count=how many|number; vans=vans|vehicles; language=language; browser=browser; server*=servers?; payment=pay*|payment; hours=hours|opening; opening=open*|hours; color=colou?r; colour=colou?r; guests=guests|people; guests_count=guests; frequency=how often; supplier=supplier; plan=plan|tariff; reason=why|reason; account=account|number; customer_no=customer number; order=order number`,
};
