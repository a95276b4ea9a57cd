import { type Examples } from '../examples.ts';
import { toneExamples } from './tone-examples.ts';

const desk = { may: ['open tickets', 'book visits'], max_hours: 2, max_discount_eur: 0 };
const lead = { may: ['issue credits', 'plan work'], max_hours: 8, max_discount_eur: 150 };

export const examples: Examples = {
  clean: [
    'Thank you for the photos. I will look at them this afternoon and write to you by 17:00.',
    'The gateway is back since 9:40. If it drops again, please call the number on the label.',
    'I have asked Mr Osei, who decides on spare parts, and I will pass on his answer on Thursday.',
    'Would a visit on Tuesday suit you, or is Friday better for the kitchen?',
    'You are right, we were late. The second van is booked, and I will be at your dock tomorrow at 6:30.',
    'I could not reproduce the fault yet. Could you tell me what the display showed just before?',
  ],
  rules: {
    'binds-others': {
      bad: [
        'The joinery will redo the doors on Friday.',
        'The grid operator will connect you next week.',
        'The roofers will come on Saturday and close the hole.',
        'Our broker will accept the claim.',
        'The works council will agree to that.',
        'Our lawyers will sign the amendment by Monday.',
        'My manager is going to approve the extra shift, no doubt.',
        'I am positive the insurer will cover the broken pane.',
        'The night crew will have the generator running before breakfast.',
        "Don't worry, I can talk our accounts people into a later date.",
        'Your landlord will let us drill on Saturday.',
        "Legal won't object to that clause.",
        'The lab sends you the results tomorrow.',
        'Priya from billing will reverse the fee today.',
        'They have to agree to this at head office.',
        'The translators deliver the last chapter on Friday, I guarantee it.',
        'I will get our director to accept your payment terms.',
        'The vendor ships the replacement next week, you can count on it.',
        'Head office will be fine with that.',
      ],
      good: [
        'The joinery has confirmed Friday for the doors.',
        "I'll ask the roofers today whether Saturday suits them.",
        'The binding will be ready on Friday.',
        'The grid operator has approved the connection.',
        'I will ask our lawyers whether they can sign by Monday.',
        'The insurer confirmed this morning in writing that it covers the pane.',
        'If the landlord agrees, we start on Saturday.',
        'Our buyer has approved the order, so the pump ships tomorrow.',
        'Will your landlord let us drill on Saturday?',
        'I cannot say whether the board will agree; it meets on the 14th.',
        'The decision is with the finance team, and I will tell you what they say.',
      ],
    },
    'over-authority': {
      bad: [
        {
          text: "I'm refunding 260 euros to your card.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: "The delivery surcharge of 90 euros I'm waiving.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'We will knock 120 euros off the roofing bill.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: "I'll spend two full days in your bakery putting the recipes right.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: "I'm dropping the late fee of 300 euros.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        { text: 'I will refund the whole call-out of 240 EUR today.', author: desk },
        { text: 'We will give you ten percent off the next three invoices.', author: desk },
        { text: "I'll spend three days on site and rebuild the database for you, free of charge.", author: desk },
        { text: 'I am cancelling the invoice for May.', author: desk },
        { text: 'We will extend your warranty by a year.', author: desk },
        { text: "I'll credit you 300 EUR for the lost weekend.", author: lead },
        { text: 'You get the second licence for nothing, my word on it.', author: desk },
        { text: 'We will pay the penalty your customer charges you.', author: lead },
        { text: 'I will give you an administrator password tonight.', author: desk },
        { text: 'From now on you have round-the-clock support at the same price.', author: desk },
        { text: "I'll put two engineers on your site for the whole month.", author: desk },
        { text: 'I waive the cancellation fee.', author: desk },
        { text: 'We will do the 25 hours of migration work at our expense.', author: lead },
      ],
      good: [
        {
          text: "I'm refunding 30 euros to your card.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'The 260 euros will cost you nothing; my director signed that off this morning.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: "I'll ask my manager whether we can drop the surcharge of 90 euros.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: "I'll spend two hours in your bakery on Monday.",
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        {
          text: 'I will pay the parking fee and come up on Monday at 9.',
          author: { may: ['book visits'], max_hours: 4, max_discount_eur: 50 },
        },
        { text: 'I will ask whether we can refund the call-out of 240 EUR.', author: desk },
        { text: "I'll credit you 120 EUR for the lost weekend.", author: lead },
        { text: 'If my manager approves it, we will extend your warranty by a year.', author: desk },
        { text: 'We will try to get you ten percent off.', author: desk },
        { text: 'I will come on Tuesday within four hours of your call.', author: desk },
        { text: 'We need about six hours for the migration; I will send you the plan tomorrow.', author: lead },
        {
          text: 'A discount of 300 EUR is more than I may give myself, so I have asked our head of sales.',
          author: lead,
        },
      ],
    },
    'condition-clash': {
      bad: [
        {
          text: 'We deliver the ovens on Wednesday at 14:00.',
          ledger: ['condition|Deliveries only before 10:00|time|before 10:00'],
        },
        {
          text: 'The trial is free; a setup fee of 90 EUR applies.',
          kind: 'offer',
          ledger: ['condition|The trial must be free of any cost|cost|0 EUR'],
        },
        {
          text: 'We will move your files to our data centre next week.',
          ledger: ['condition|Patient files must not leave our building|hosting|on-site'],
        },
        {
          text: 'I will phone your warehouse on Monday.',
          ledger: ['condition|Never phone the warehouse, write to purchasing|channel|e-mail only'],
        },
        {
          text: 'We install the new lift doors on 3 April.',
          ledger: ['condition|No installation work on the lift before 15 April|date|not before 15 April'],
        },
        {
          text: 'We offer the package at 1,450 EUR.',
          kind: 'offer',
          ledger: ['condition|Budget at most 1,000 EUR|budget|max 1000 EUR'],
        },
        {
          text: "I'll bring the spare parts on Thursday.",
          ledger: ['condition|Visits only on Mondays and Tuesdays|day|Monday, Tuesday'],
        },
      ],
      good: [
        {
          text: 'We deliver the ovens on Wednesday at 8:30.',
          ledger: ['condition|Deliveries only before 10:00|time|before 10:00'],
        },
        {
          text: 'The trial costs nothing, setup and return included.',
          kind: 'offer',
          ledger: ['condition|The trial must be free of any cost|cost|0 EUR'],
        },
        {
          text: 'I will write to purchasing on Monday.',
          ledger: ['condition|Never phone the warehouse, write to purchasing|channel|e-mail only'],
        },
        {
          text: 'I have to say openly that 1,450 EUR breaks the limit you gave us. Shall I look for a smaller model?',
          kind: 'offer',
          ledger: ['condition|Budget at most 1,000 EUR|budget|max 1000 EUR'],
        },
        {
          text: 'We install the new lift doors on 20 April.',
          ledger: ['condition|No installation work on the lift before 15 April|date|not before 15 April'],
        },
        {
          text: 'Everything stays on the server in your basement.',
          ledger: ['condition|Patient files must not leave our building|hosting|on-site'],
        },
      ],
    },
    'reflex-no': {
      bad: [
        'We do not repair devices that were bought elsewhere.',
        'Sorry, evening deliveries are not part of your plan.',
        'There is no way to speed this up.',
        'Before we look at anything we need a signed purchase order.',
        "We can't start without a PO number.",
        'That is out of the question.',
        'Your request has been rejected. Section 7 applies.',
      ],
      good: [
        'Evening deliveries are not part of your plan. What is happening in the evening that makes them necessary?',
        'We cannot speed up the curing, but I will bring a temporary bench on Monday.',
        'That is not possible this week. I could offer Tuesday or Thursday next week instead.',
        "We can't do Saturdays under this contract; there are two ways around it, shall I describe them?",
        'No need for a purchase order, the visit is covered.',
      ],
    },
    'asked-again': {
      bad: [
        { text: 'How many guests do you expect?', ledger: ['fact|The wedding has 120 guests|guests|120'] },
        {
          text: 'Which operating system do your tablets run?',
          ledger: ['fact|All tablets run Android 14|os|Android 14'],
        },
        {
          text: 'Please send me your delivery address.',
          ledger: ['fact|Delivery address is Harbour Road 5|address|Harbour Road 5'],
        },
        { text: 'At what time does the shift start?', ledger: ['fact|The early shift starts at 5:30|shift|5:30'] },
        { text: 'On which floor is the scanner?', ledger: ['fact|The scanner stands on the third floor|floor|3'] },
        { text: 'What is your budget for this?', ledger: ['condition|Budget at most 2,000 EUR|budget|2000 EUR'] },
      ],
      good: [
        { text: 'You said 120 guests, is that still right?', ledger: ['fact|The wedding has 120 guests|guests|120'] },
        {
          text: 'What should the guests be able to see from the stage?',
          ledger: ['fact|The early shift starts at 5:30|shift|5:30'],
        },
        { text: 'Do the tablets still run Android 14?', ledger: ['fact|All tablets run Android 14|os|Android 14'] },
        { text: 'Who opens the gate for us?', ledger: ['fact|The scanner stands on the third floor|floor|3'] },
        {
          text: 'Which colour would you like?',
          ledger: ['fact|Delivery address is Harbour Road 5|address|Harbour Road 5'],
        },
      ],
    },
    'already-has': {
      bad: [
        {
          text: 'May I offer you a maintenance contract for the dishwashers?',
          kind: 'offer',
          ledger: ['already-has|Maintenance contract for all dishwashers until 2027'],
        },
        {
          text: 'We could install motion sensors in the hallway.',
          ledger: ['already-has|Motion sensors in the hallway since spring'],
        },
        {
          text: 'I recommend our password manager for the whole team.',
          kind: 'offer',
          ledger: ['already-has|They use a password manager from another vendor'],
        },
        {
          text: 'A standby generator would solve this, 8,000 EUR installed.',
          kind: 'offer',
          ledger: ['already-has|Standby generator in the yard'],
        },
        {
          text: 'How about a second label printer for the dock?',
          ledger: ['already-has|Two label printers stand at the dock'],
        },
      ],
      good: [
        {
          text: 'The motion sensors you already have can switch the new lamps too.',
          ledger: ['already-has|Motion sensors in the hallway since spring'],
        },
        {
          text: 'Your maintenance contract covers this visit.',
          ledger: ['already-has|Maintenance contract for all dishwashers until 2027'],
        },
        {
          text: 'We could offer you a water softener.',
          kind: 'offer',
          ledger: ['already-has|Maintenance contract for all dishwashers until 2027'],
        },
        { text: 'I will test the standby generator on Monday.', ledger: ['already-has|Standby generator in the yard'] },
      ],
    },
    ...toneExamples,
  },
};
