#include "needwords.h"

#define ANSWER	KIN_NEEDLIST_ANSWER
#define BIT(id)	(1U << KIN_NEED_##id)

/*
 * What is said, folded, commas between; in any order.  ANSWER: where something is
 * asked for, not in passing.  0: what only sounds like a need.  To teach kin another
 * phrase, add it to its row, and a sentence with it to tests/truth/needs.tsv.
 */
const struct kin_needwords kin_needwords[] = {
	{ BIT(SHOPPING),
	    "accessing food, accessing other essentials, accessing supermarket food, big shop, bits and pieces, "
	    "bread and milk, buy food, buy groceries, carry bags, carry her bags, carry my bags, carry shopping, "
	    "carry supplies, carry the bags, cat food, cat litter, click and collect, community response, "
	    "corner shop, deliver groceries, deliver groceries or supplies, delivery slot, delivery slots, "
	    "do a shop, do her shop, do his shop, do my shop, do some shopping, do the shop, dog food, doing a shop, "
	    "essential items, essential shopping, essential supplies, fetch food, fetch her bits, few bits, "
	    "few bits and pieces, few essentials, few things from, food shopping, fresh fruit, from the shop, "
	    "from the shops, from the supermarket, fruit and vegetables, get her a few, get my messages, "
	    "get out to the shops, get to a shop, get to the shops, get to the supermarket, go to a shop, "
	    "go to the shops, go to the supermarket, groceries, grocery, her messages, loaf of bread, main shop, "
	    "manage the shops, milk and bread, no bread, no milk, online delivery, online order, online shop, "
	    "online slots, out of bread, out of milk, pet food, pick up bread, pick up milk, pick up shopping, "
	    "picking up shopping, pint of milk, sanitary towels, shop for her, shop for him, shop for me, "
	    "shop for them, shopping, shopping list, shopping slot, slot with, small shop, some bits, "
	    "supermarket deliveries, supermarket delivery, supermarket order, supermarket slot, supermarket slots, "
	    "toilet roll, toiletries, washing powder, weekly shop" },
	{ BIT(SHOPPING) | ANSWER,
	    "a shop, aldi, asda, bread, coop, essentials, farmfoods, fruit, iceland, lidl, milk, milk from, "
	    "morrisons, ocado, sainsburys, shops, supermarket, tesco, veg, vegetables, waitrose" },
	{ BIT(SHOPPING) | BIT(PARCEL),
	    "groceries and cooked meals" },
	{ BIT(PARCEL),
	    "baby food, bag of food, bags of food, bare cupboards, community fridge, cooked dinner, cooked dinners, "
	    "cooked food, cooked meal, cooked meals, cupboard is bare, cupboards are bare, cupboards are empty, "
	    "cupboards bare, cupboards empty, delivering food, emergency food, empty cupboards, empty fridge, "
	    "feed her children, feed her kids, feed his children, feed my children, feed my kids, feed the children, "
	    "feed the family, feed the kids, food aid, food bank, food bank voucher, food bank vouchers, food box, "
	    "food boxes, food brought, food delivery, food for the weekend, food hamper, food has run out, food hub, "
	    "food is running out, food left, food package, food packages, food pantry, food parcel, food parcels, "
	    "food run out, food voucher, food vouchers, foodbank, fridge is empty, go without meals, going hungry, "
	    "going without meals, hasnt eaten, havent eaten, help with food, hot dinner, hot dinners, hot food, "
	    "hot lunch, hot meal, hot meals, hungry, last tin, little food, low on food, meal brought, "
	    "meal delivery, meals brought, meals on wheels, missed meals, missing meals, no food, "
	    "no money left for food, not eaten, not eaten since, not enough to eat, nothing for dinner, "
	    "nothing for tea, nothing in the cupboards, nothing in the fridge, nothing in the house, "
	    "nothing in to eat, nothing left to eat, nothing to eat, out of food, parcel, parcels, ran out of food, "
	    "ready meals, run out of food, run out of formula, running out of food, short of food, skipping meals, "
	    "soup kitchen, struggling for food, without food" },
	{ BIT(PARCEL) | ANSWER,
	    "food, meals" },
	{ BIT(PARCEL) | BIT(CHILDREN),
	    "baby milk, formula milk" },
	{ BIT(PARCEL) | BIT(HARDSHIP),
	    "afford any food, afford food, afford to eat, afford to feed, buy any food, cannot afford food, "
	    "cant afford food, money for food, money to buy food, no money for food, no money to buy food" },
	{ BIT(PRESCRIPTION),
	    "accessing medicine, antibiotics, blister pack, blister packs, blood pressure tablets, catheter bags, "
	    "chemist, chemists, dosette, dosette box, dossett box, dressings, ear drops, epipen, eye drops, "
	    "heart tablets, inhaler, inhalers, insulin, medication, medication collected, medications, medicine, "
	    "medicine collected, medicines, medicines fetched, meds, methadone, painkillers, paracetamol, "
	    "pharmacies, pharmacist, pharmacy, pick up a prescription, picking up medicine, pills, prescription, "
	    "prescription collected, prescription pickup, prescription pickups, prescriptions, repeat medication, "
	    "repeat prescription, script, scripts, sick line, steroid cream, stoma bags, tablets, tablets collected, "
	    "warfarin, water tablets" },
	{ BIT(CALL),
	    "1 on 1 check ins, a call twice a week, a chat now and then, a friendly voice, a phone call would, "
	    "appreciate a call, befriend, befriender, befriending, call every week, call her every, call him every, "
	    "call now and then, call once a week, call twice a week, callback required, chat with somebody, "
	    "chat with someone, check in and chat, check in call, check ins, check on her, check on him, "
	    "check on them, check she is, check that he is, check that she is, checkin, daily call, "
	    "daily phone call, daily phone calls, friendly call, friendly chat, friendly phone call, good chat, "
	    "good neighbour call, have a chat, have a natter, hear a friendly voice, hear a voice, "
	    "keep an eye on her, keep an eye on him, making phone calls, natter, nice chat, no one to talk to, "
	    "no visitors, nobody rings, nobody rings her, nobody rings him, nobody to talk to, nobody visits, "
	    "noone to talk to, once a week call, phone buddy, phone call now and then, phone call once, "
	    "phone calls would, phone friend, phone her every, phone her once a week, phone him every, "
	    "phone him once a week, phone me every, phone me once a week, phone pal, regular call, regular calls, "
	    "regular chat, regular check in, regular phone call, ring every week, ring her every, "
	    "ring her once a week, ring him every, ring him once a week, ring me every, ring me once a week, "
	    "ring now and then, ring once a week, ring them once a week, ringing for a, see that he is all right, "
	    "see that she is all right, sees no one, sees nobody, somebody ringing, somebody to chat, "
	    "somebody to ring, somebody to speak to, somebody to talk to, someone ringing, someone to chat, "
	    "someone to ring, someone to speak to, someone to talk to, speak to somebody each, staying social, "
	    "talk to somebody, talk to someone, telephone befriending, telephone friend, to chat to, weekly call, "
	    "weekly chat, weekly phone call, welcome a call, welfare call, welfare check, welfare check in, "
	    "welfare check ins" },
	{ BIT(CALL) | ANSWER,
	    "call, call back, callback, calls, chat, check in, company, phone call, phone calls, ring her, ring him, "
	    "ring me, ring them, telephone call" },
	{ BIT(DRIVING),
	    "a ride to, be driven to, brought home from hospital, bus is too much, buses are not safe, "
	    "buses are too much, cannot use buses, cant use buses, chemo, chemotherapy, collected from hospital, "
	    "dialysis, drive her, drive him, drive me, drive them, driven to the, driving, get on the bus, "
	    "get to her appointment, get to his appointment, get to hospital, get to my appointment, "
	    "get to the clinic, get to the dentist, get to the doctors, get to the hospital, get to the surgery, "
	    "get to the vaccination, getting to appointments, getting to hospital, getting to the clinic, "
	    "getting to the doctors, getting to the hospital, getting to the surgery, home from the hospital by, "
	    "hospital transport, lift home, lift to hospital, lift to the clinic, lift to the hospital, "
	    "lift to the surgery, lifts, manage the bus, manage the buses, medical transport, needs driving, "
	    "needs taking, needs taking to, nhs transport, no way of getting there, no way of getting to, "
	    "no way to get there, outpatients, patient transport, radiotherapy, ride to the, run her to, run him to, "
	    "run me to, run them to, run us to, take her home, take him home, taken to hospital appointment, "
	    "transport, transport to hospital, way to get to, wheelchair taxi" },
	{ BIT(DRIVING) | ANSWER,
	    "a lift, drive, driver, eye clinic, hospital, hospital appointment, lift, minibus, take her for, "
	    "take her to, take him for, take him to, take me to, take them to, taken to her, taken to his, "
	    "taken to hospital, taken to the, taking to hospital, taxi, vaccination centre" },
	{ BIT(LEAFLETTING),
	    "deliver flyers, deliver leaflets, deliver newsletters, delivering leaflets, door drop, door drops, "
	    "flyering, flyers, flyers through, hand out flyers, hand out leaflets, handing out leaflets, leaflet, "
	    "leaflet drop, leaflet the, leafleting, leaflets, leaflets through, leafletting, newsletters round, "
	    "posters up, push flyers, put leaflets, through letterboxes, through peoples doors, to leaflet" },
	{ BIT(LEAFLETTING) | ANSWER,
	    "posters" },
	{ BIT(OTHER),
	    "a shelf, assemble a bed, bins out, bins putting out, bins taken, blocked drain, blocked sink, "
	    "book drop, book drops, bulb changed, bulb has gone, bulky waste, carbon monoxide alarm, "
	    "cat needs taking, change a bulb, change a fuse, change a light, change the battery, change the bulb, "
	    "changing a bulb, clear out the, clear the garden, curtain rail, cut the grass, diy, dog looked after, "
	    "dog needs taking, dog needs walking, dog walked, dog walker, dog walking, dripping tap, dripping taps, "
	    "feed her cat, feed his cat, feed the cat, fence mended, fence panel, flat pack, form printed, "
	    "furniture moved, gardening, grass cut, grass is long, grass is too, grass is up, grass needs cutting, "
	    "gutter, gutters, handyman, hang a picture, hang curtains, hedge cut, hedge cutting, hedge trimmed, "
	    "hoovering, household tasks, ironing, lawn cut, lawn mowed, lawn mowing, leaking tap, library book, "
	    "library books, light bulb, light bulbs, lock changed, locks changed, look after her dog, "
	    "look after his dog, look after the dog, move a bed, move a sofa, move a wardrobe, move furniture, "
	    "moving furniture, mow the lawn, mowing, new battery, odd job, odd jobs, on a ladder, other practical, "
	    "parcel posted, parcel posting, parcel returned, parcel taking to the post, parcel to post, "
	    "post a letter, post a parcel, posting letters, practical help, put the bins out, put together a, "
	    "put up a, put up curtains, put up shelves, putting up a, putting up curtains, return a parcel, "
	    "rubbish cleared, rubbish taken, small job, small jobs, smoke alarm, smoke detector, snow clearing, "
	    "something printed, take a parcel, take the bins, tap is dripping, to the tip, to the vet, unblock, "
	    "walk her dog, walk his dog, walk my dog, walk the dog, walking her dog, walking his dog, "
	    "walking the dog, washing line, waste removal, weeding, weeds" },
	{ BIT(OTHER) | ANSWER,
	    "anything else, bins, cleaned, cleaning, decorating, garden, housework, ironing done, other, painting, "
	    "printing, repairs, something else, tidying" },
	{ BIT(DEBT),
	    "arrears, bailiff, bailiffs, bank charges, bankruptcy, behind on bills, behind on the, "
	    "behind with bills, behind with council tax, behind with her bills, behind with his bills, "
	    "behind with the, behind with the bills, behind with the council tax, behind with the electric, "
	    "behind with the electricity, behind with the gas, bills are piling up, bills keep coming, "
	    "bills piling up, borrowed money, budgeting, buy now pay later, cannot keep up with the bills, "
	    "cannot pay, cant pay, catalogue debts, ccj, chasing her for, chasing him for, chasing me for, "
	    "chasing them for, council tax arrears, county court, court summons, credit card, credit cards, debt, "
	    "debt advice, debt adviser, debt and money, debt charity, debt collector, debt collectors, debt letters, "
	    "debt management, debt relief order, debts, doorstep lender, enforcement agent, enforcement agents, "
	    "fallen behind, fell behind, final demand, financial advice, financial help, financial support, in debt, "
	    "in the red, iva, keep up payments, keep up the payments, keep up with payments, klarna, "
	    "letters about money, loan shark, maxed out, money advice, money owed, money problems, money worries, "
	    "months behind, overdraft, overdrawn, owe money, owe the, owes, owing, pay back, pay bills, "
	    "pay the bills, payday loan, payday loans, payment plan, red letter, red letters, repayment plan, "
	    "store card, store cards, summons, water bill, weeks behind" },
	{ BIT(DEBT) | ANSWER,
	    "bills, loans" },
	{ BIT(DEBT) | BIT(HOUSING),
	    "behind on rent, behind on the rent, behind with her rent, behind with his rent, behind with my rent, "
	    "behind with rent, behind with the rent, cannot pay her rent, cannot pay his rent, cannot pay the rent, "
	    "cant pay the rent, missed rent, months behind on rent, rent arrears, rent is behind, rent owing" },
	{ BIT(HOUSING),
	    "a section 21, asked to leave, bed bugs, bedbugs, been given notice, bidding for, bigger flat, "
	    "bigger house, bigger place, black mould, boiler broken, boiler has broken, boiler has gone, "
	    "boiler has packed up, boiler is broken, broken boiler, ceiling came, ceiling has come, cockroaches, "
	    "council flat, council house, damp, disrepair, evict, evicted, eviction, flat is too small, "
	    "flat too small, given notice, has to move out, have to move out, heating has broken, heating is broken, "
	    "heating not working, homeless, homeless prevention, homelessness, hostel place, house too small, "
	    "housing, housing advice, housing application, housing list, housing officer will not, housing options, "
	    "housing register, housing repairs, housing transfer, in one bedroom, in one room, infestation, "
	    "kicked out, landlord will not, landlord wont, leaking roof, leaving care, living in a hostel, "
	    "lose her home, lose his home, lose our home, lose the flat, lose the house, losing her flat, "
	    "losing her home, losing her house, losing his flat, losing his home, losing his house, losing our home, "
	    "losing the flat, losing the house, lost her tenancy, lost his tenancy, mice in the, mould, "
	    "must move out, mutual exchange, needs to move, no fixed abode, no fixed address, no hot water, "
	    "no running water, notice to leave, notice to quit, nowhere to live, nowhere to sleep, nowhere to stay, "
	    "on a friends sofa, on the streets, one bed, overcrowded, overcrowding, place to live, place to sleep, "
	    "place to stay, possession hearing, possession order, rats, rehoused, rehousing, rent deposit, "
	    "repairs line, repossession, roof is leaking, roof leaks, rough sleeper, rough sleeping, "
	    "section 21 notice, section 8 notice, served notice, sharing one bedroom, sharing one room, "
	    "sheltered housing, silverfish, sleeping in her car, sleeping in his car, sleeping in my car, "
	    "sleeping in the car, sleeping on a sofa, sleeping on sofas, sleeping rough, sofa surfing, sofa surfs, "
	    "somewhere bigger, somewhere to live, somewhere to sleep, somewhere to stay, street homeless, "
	    "supported housing, temporary accommodation, tenancy, tenancy sustainment, thrown out, "
	    "told her to leave, told him to leave, told me to leave, told them to leave, told to leave, "
	    "too small for, wants her out, wants him out, wants me out, wants them out, wants to move, wants us out, "
	    "water coming through, water is coming through" },
	{ BIT(HOUSING) | ANSWER,
	    "accommodation, boiler, flat, heating fixed, hostel, landlord, move house, moving house, rehouse, "
	    "repair, section 21" },
	{ BIT(BENEFITS),
	    "appeal against, attendance allowance, bedroom tax, benefit advice, benefit appeal, benefit cap, "
	    "benefit changes, benefit check, benefit claim, benefit form, benefit sanction, benefit stopped, "
	    "benefits advice, benefits appeal, benefits check, benefits claim, benefits have stopped, "
	    "benefits stopped, bereavement payment, blue badge, can he claim, can i claim, can she claim, "
	    "carers allowance, child benefit claim, child tax credit, claim benefits, cold weather payment, "
	    "council tax reduction, council tax support, disability living allowance, dla, dla form, dwp, "
	    "entitled to, esa assessment, esa form, fit note, free school meals, freedom pass, healthy start, "
	    "her pip, his pip, housing benefit, is he entitled, is she entitled, jobseekers, "
	    "mandatory reconsideration, maternity allowance, migrate to, money stopped, my pip, pension credit, "
	    "pension forecast, personal independence payment, pip appeal, pip assessment, pip claim, pip form, "
	    "pip review, sanctioned, state pension, statutory sick pay, tax credits, tribunal, turned down for, "
	    "two child limit, uc claim, uc payment, universal credit, warm home discount, welfare reform, "
	    "what he can claim, what she can claim, what they can claim, winter fuel payment, work capability, "
	    "working tax credit" },
	{ BIT(BENEFITS) | ANSWER,
	    "appeal, benefit, benefits, child benefit, claim, claims, esa, jsa, pip, sick pay, uc" },
	{ BIT(WORK),
	    "a course, a cv, a new job, agency work dried up, another job, apply for jobs, applying for jobs, "
	    "apprenticeship, apprenticeships, back into work, back to work, been let go, been sacked, "
	    "care assistant, career advice, careers advice, college course, cover letter, cscs card, employment, "
	    "english class, english classes, english lessons, esol, find a job, find another job, find work, "
	    "finding a job, finding work, forklift licence, furlough, furloughed, get a job, get into work, "
	    "getting into work, her cv, hgv licence, his cv, hours cut, hours have been cut, hours were cut, "
	    "interview skills, job application, job applications, job centre, job hunting, job interview, "
	    "job search, jobcentre, jobs or training, laid off, learn english, learning english, let go from, "
	    "looking for a job, looking for jobs, looking for work, lost her hours, lost her job, lost her work, "
	    "lost his hours, lost his job, lost his work, lost my job, my cv, new job, no customers, no shifts, "
	    "no work at the moment, no work since, out of work, qualifications, redundancy, redundant, retrain, "
	    "self employed with no, training as, training course, unemployed, unemployment, vocational, "
	    "wants to work, went bust, work and skills, work experience, would like to work, zero hours" },
	{ BIT(WORK) | ANSWER,
	    "course, cv, interview, job, jobs, skills, training, work" },
	{ BIT(HEALTH),
	    "a smear, adaptations, addiction, alcohol problem, basic care needs, bath board, bath seat, breathless, "
	    "cannot bathe, cannot get in the bath, cannot get upstairs, cannot wash, cant wash, care assessment, "
	    "care needs, care package, carer has stopped, carers assessment, carers have stopped, carers stopped, "
	    "catheter, chest pain, chiropodist, climb the stairs, commode, continence, diabetic nurse, "
	    "district nurse, doctor appointment, doctors appointment, dressing changed, dressings changed, "
	    "drinking again, drinking more, drinking too much, drinks too much, drug problem, "
	    "equipment for the bathroom, eye test, fallen again, fallen twice, falls at home, falls over, "
	    "fell twice, flu jab, get a gp, get dressed, get out of bed, get up the stairs, getting dressed, "
	    "getting forgetful, getting out of bed, getting up the stairs, give up smoking, glasses broken, "
	    "gp appointment, grab rail, grab rails, had a fall, handrail, handrails, has fallen, healthy lifestyles, "
	    "hearing aid, hearing aids, help bathing, help to wash, help with washing, hoist, home care, home help, "
	    "hospital bed, incontinence pads, keeps falling, manage the stairs, meals made, memory clinic, "
	    "memory is going, memory problems, mobility aid, mobility scooter, nails cut, needs assessment, "
	    "new glasses, occupational therapy, pads have run out, personal care, physical health, physio, "
	    "physiotherapy, podiatrist, quit smoking, rail fitted, raised toilet seat, register with a gp, respite, "
	    "see a gp, see a see a doctor, see the gp, short of breath, shower seat, sight loss, social worker, "
	    "stair lift, stairlift, stop smoking, stopping smoking, struggles to dress, struggles to wash, "
	    "struggles with washing, struggling to wash, swollen, through to the gp, through to the surgery, "
	    "toenails, toothache, vaccination booked, walk in shower, walking frame, walking stick, wash and dress, "
	    "washing and dressing, washing and dressing herself, washing herself, washing himself, "
	    "weight management, wet room, wheelchair broken, wheelchair has, wheelchair is, zimmer" },
	{ BIT(HEALTH) | ANSWER,
	    "alcohol, carer, carers, day centre, dementia, dentist, disabilities, disability, disabled, doctor, "
	    "drinking, glasses, gp, health, jab, medical conditions, medical needs, nurse, optician, pads, rail, "
	    "rails, smoking, social care, vaccination, wheelchair" },
	{ BIT(WELLBEING),
	    "afraid to go out, afraid to leave the house, alone all day, anxiety, anxious, at breaking point, "
	    "bereaved, bereavement, bereavement support, bipolar, breakdown, breaking down, cannot cope, "
	    "cannot go on, cannot relax, cannot sleep, cant cope, cant go on, climbing the walls, counselling, "
	    "counsellor, cried, cries, crying, depressed, depression, down in the dumps, down since, "
	    "emotional support, fed up with being, feel low, feeling alone, feeling down, feeling isolated, "
	    "feeling low, feeling very low, feels alone, feels down, feels isolated, feels like a burden, feels low, "
	    "feels so alone, feels useless, feels very low, feels worthless, finding it hard to cope, "
	    "frightened to go out, frightened to leave the house, grief, grieving, hasnt slept, havent slept, "
	    "hopeless, in tears, isolated and, loneliness, lonely, lost all interest, lost her daughter, "
	    "lost her husband, lost her mum, lost her son, lost his mum, lost his son, lost his wife, lost interest, "
	    "low in herself, low in himself, low in mood, low mood, low since, low spirits, mental health, "
	    "miserable, misses her husband, misses his wife, mourning, nerves, nerves are bad, nightmares, "
	    "no motivation, no one cares, no point in anything, no point in living, not coping, not sleeping, "
	    "not slept, not worth living, nothing to look forward to, ocd, on her own all day, on his own all day, "
	    "overwhelmed, panic, panic attack, panic attacks, panicking, panicky, panics, "
	    "physical and mental wellbeing, psychosis, ptsd, scared to go out, scared to leave the house, "
	    "schizophrenia, self harm, since her husband died, since her mum died, since his mum died, "
	    "since his wife died, since the funeral, sleeping badly, sleepless, so down, so lonely, so sad, "
	    "so stressed, socially isolated, stressed out, stressful, struggling mentally, struggling to cope, "
	    "stuck indoors, talking therapy, talks to the television, talks to the wall, tearful, very down, "
	    "very lonely, very low, very sad, very stressed, weepy, well being, wellbeing, wits end, worried sick, "
	    "worries all the time" },
	{ BIT(WELLBEING) | ANSWER,
	    "isolated, isolation, stress, stressed, worried" },
	{ BIT(CHILDREN),
	    "a cot, a nursery, activities for the children, adhd, after school club, autism assessment, "
	    "autistic child, autistic daughter, autistic son, baby bath, baby clothes, baby has no, baby monitor, "
	    "baby things, babysitter, babysitting, bedwetting, behaviour at home, being bullied, "
	    "bottles for the baby, breakfast club, breastfeeding, buggy, bullied, bullying, childcare, childminder, "
	    "children and schools, childrens centre, childrens clothes, childrens shoes, clothes for her children, "
	    "clothes for the baby, clothes for the children, cot bed, cot for, early help, ehcp, "
	    "excluded from school, family support, first baby, health visitor, her teenager, high chair, "
	    "his teenager, holiday club, home school, home schooling, homework, homework help, ipad for school, "
	    "laptop for school, maths help, moses basket, my teenager, nappies, new baby, new mother, new mum, "
	    "no cot, no laptop for, not going to school, not talking yet, nursery for, nursery place, "
	    "online lessons, parent support, parenting, parenting class, parenting course, pe kit, "
	    "place at a school, place at nursery, potty, potty training, pram, pushchair, reading at school, "
	    "refusing school, school bag, school coat, school exclusion, school place, school shoes, school trip, "
	    "school uniform, school work, schooling, schoolwork, send support, single mother, single mum, "
	    "sleep routine, something for the children, something for the kids, son is being excluded, "
	    "special needs, speech delay, speech therapy, stair gate, steriliser, sterilizer, tablet for school, "
	    "tantrums, teenage daughter, teenage son, teenager, temper tantrums, toddler group, toys, uniform, "
	    "will not go to school, wont go to school, youth club, youth group, youth work, youth worker" },
	{ BIT(CHILDREN) | ANSWER,
	    "behaviour, child, children, cot, early years, midwife, nursery, playgroup, school, schools, toddler" },
	{ BIT(HARDSHIP),
	    "a fiver, afford a, afford another, afford heating, afford the, afford to heat, bedding, blankets, "
	    "broken cooker, cannot afford, cannot afford the, cannot buy, cannot heat, cannot pay for food, "
	    "cannot pay for the, cannot top up, cant afford, carpets, cooker broken, cooker has broken, "
	    "cooker has packed up, cooker is broken, crisis loan, crisis payment, destitute, discretionary support, "
	    "duvet, electric has gone off, electric is nearly out, electric nearly out, emergency credit, "
	    "emergency money, emergency payment, energy bill, energy bills, energy voucher, five week wait, "
	    "freezer broken, freezer has broken, fridge broken, fridge has broken, fridge has packed up, "
	    "fridge is broken, fridge packed in, fuel bills, fuel poverty, fuel voucher, funeral costs, "
	    "gas has gone off, gas is nearly out, gas nearly out, grant for, hardship, hardship fund, "
	    "hardship payment, has no bed, hasnt a penny, hasnt been paid, havent been paid, heat or eat, "
	    "heating bill, heating bills, heating or eating, household support, local welfare, meter down to, "
	    "meter has run out, meter is empty, meter ran out, meter running out, money has run out, no bed and, "
	    "no bed for, no beds, no cash, no cooker, no credit on the meter, no electric, no electricity, "
	    "no fridge, no furniture, no furniture in, no gas, no heating, no income, no money, no money for, "
	    "no money left, no money till, no money until, no recourse, no recourse to public funds, no shoes, "
	    "no wages, no washing machine, not a penny, not been paid, nothing to live on, nrpf, on emergency, "
	    "out of money, oven has packed up, oven is broken, pay for heating, prepayment meter, ran out of money, "
	    "run out of electric, run out of electricity, run out of gas, run out of money, second hand furniture, "
	    "skint, sleeping on the floor, till payday, top up meter, top up the meter, until he is paid, "
	    "until payday, until she is paid, voucher, vouchers, waiting for first payment, warm clothes, warm coat, "
	    "washing machine broken, washing machine has broken, washing machine has packed up, "
	    "washing machine is broken, winter coat" },
	{ BIT(HARDSHIP) | ANSWER,
	    "meter" },
	{ BIT(SAFEGUARDING),
	    "safeguarding, safeguarding concern" },
	{ 0,
	    "food bank volunteer, health centre, housing office, housing officer, lives near the school, "
	    "no food allergies, school caretaker, school meal vouchers, shopping centre, shopping trolley, "
	    "work number" },
	{ 0, NULL }
};
