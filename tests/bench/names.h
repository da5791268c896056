/*
 * names -- names with the skew that they have in life, for gen.c.
 *
 * Shape    words with a space between, the most frequent first; surnames of the
 *          British list carry their share of the population in 1/10,000.
 * Source   given names: Office for National Statistics, ranks of 1934, 1954 and
 *          1974 and births of 1996-2020 in England and Wales, Open Government
 *          Licence v3.0, by way of the R package ukbabynames (CC0).  British
 *          surnames: the list inside Faker's en_GB provider (MIT).  The other
 *          names were put together for this file.
 */
#ifndef KIN_BENCH_NAMES_H
#define KIN_BENCH_NAMES_H

static const char women_1934[] =
	"Margaret Jean Mary Joan Patricia Sheila Barbara Doreen June Shirley Dorothy Joyce Maureen "
	"Elizabeth Audrey Brenda Kathleen Sylvia Eileen Pamela Betty Beryl Ann Irene Janet Anne Rita "
	"Pauline Mavis Iris Marjorie Valerie Doris Marion Marina Catherine Vera Josephine Edna Lilian "
	"Norma Rosemary Phyllis Hazel Evelyn Edith Olive Winifred Florence Ruth Elsie Muriel Marie Daphne "
	"Frances Christine Thelma Gladys Maria Gwendoline Hilda Violet Helen Rose Cynthia Alice Gillian "
	"Enid Annie Yvonne Freda Ellen Ivy Jane Peggy Sarah Marlene Nancy Bridget Diana Grace Teresa "
	"Veronica Agnes Angela Constance Jennifer Marian Jill Wendy Ethel Joy Jacqueline Gloria Lily";

static const char men_1934[] =
	"John Peter William Brian David James Michael Ronald Kenneth George Robert Thomas Alan Derek "
	"Raymond Anthony Roy Donald Dennis Edward Gordon Terence Joseph Frederick Arthur Colin Eric "
	"Richard Charles Norman Leslie Patrick Geoffrey Frank Albert Keith Leonard Bernard Stanley Gerald "
	"Reginald Francis Maurice Douglas Henry Malcolm Ernest Harold Alfred Graham Harry Jack Barry "
	"Walter Ian Philip Christopher Bryan Trevor Clifford Cyril Victor Paul Denis Allan Alexander "
	"Roger Mohammed Sidney Clive Daniel Lawrence Herbert Edwin Samuel Ralph Derrick Abdul Andrew "
	"Martin Hugh Robin Neville Stephen Vincent Jeffrey Ivor Desmond Wilfred Sydney Ivan Barrie "
	"Royston Cecil Neil";

static const char women_1954[] =
	"Susan Linda Christine Margaret Janet Patricia Carol Elizabeth Mary Anne Ann Jane Jacqueline "
	"Barbara Sandra Gillian Pauline Elaine Lesley Angela Pamela Helen Jennifer Valerie Jean Catherine "
	"Julie Kathleen Denise Maureen Judith Wendy Diane Sheila Janice Lynn Karen Yvonne Lynne Shirley "
	"Marion Maria Rosemary Carole Joan Marilyn June Lorraine Lynda Sally Marian Brenda Alison Teresa "
	"Julia Heather Marie Eileen Deborah Kathryn Hilary Caroline Sharon Sylvia Ruth Irene Dorothy "
	"Sarah Frances Josephine Jill Joyce Hazel Annette Beverley Gail Rita Geraldine Diana Carolyn "
	"Christina Penelope Jeanette Suzanne Amanda Dawn Theresa Anna Joy Doreen Fiona Cheryl Kay Glynis "
	"Anita";

static const char men_1954[] =
	"David John Stephen Michael Peter Robert Paul Alan Christopher Richard Anthony Andrew Ian James "
	"William Philip Brian Keith Graham Kevin Martin Colin Steven Thomas Kenneth Raymond Nigel "
	"Geoffrey Terence Trevor Malcolm Mark Barry Gary George Nicholas Derek Charles Patrick Timothy "
	"Roger Leslie Ronald Clive Edward Neil Joseph Jeffrey Stuart Roy Gordon Jonathan Simon Adrian "
	"Dennis Mohammed Phillip Allan Robin Gerald Francis Eric Bernard Donald Frank Norman Frederick "
	"Howard Douglas Jeremy Alexander Arthur Daniel Abdul Martyn Leonard Lawrence Gerard Tony Bryan "
	"Clifford Garry Henry Mohammad Gareth Stanley Vincent Victor Hugh Mohamed Stewart Terry Albert "
	"Gregory Maurice";

static const char women_1974[] =
	"Sarah Claire Nicola Emma Lisa Joanne Michelle Helen Samantha Karen Amanda Rachel Louise Julie "
	"Clare Rebecca Sharon Victoria Caroline Susan Alison Catherine Elizabeth Deborah Donna Tracey "
	"Tracy Angela Jane Zoe Kerry Melanie Sally Jennifer Dawn Andrea Suzanne Lucy Joanna Anna "
	"Charlotte Paula Katherine Maria Marie Fiona Kelly Natalie Kathryn Jacqueline Wendy Sara Hayley "
	"Laura Natasha Ruth Lorraine Tina Rachael Anne Stephanie Kirsty Christine Julia Gillian Cheryl "
	"Hannah Vanessa Ann Jayne Diane Heather Sandra Teresa Kate Linda Mary Elaine Georgina Emily Katie "
	"Alexandra Nichola Carol Sophie Heidi Kim Tanya Patricia Beverley Leanne Denise Tara Clair Sonia";

static const char men_1974[] =
	"Paul Mark David Andrew Richard Christopher James Simon Michael Matthew Stephen Lee John Robert "
	"Darren Daniel Steven Jason Nicholas Jonathan Ian Neil Peter Stuart Anthony Martin Kevin Craig "
	"Philip Gary Scott Wayne Timothy Benjamin Adam Alan Dean Adrian Carl Thomas William Graham "
	"Alexander Colin Jamie Gareth Justin Barry Christian Karl Brian Edward Keith Marc Nigel Sean "
	"Shaun Nathan Joseph Russell Mohammed Jeremy Phillip Damian Shane Duncan Patrick Julian Dominic "
	"Charles Marcus Gavin Tony Antony Robin Trevor Glen Iain Ryan Martyn Gregory Samuel George Oliver "
	"Raymond Abdul Mathew Stewart Malcolm Garry Leon Brett Terry Kenneth Luke";

static const char women_2000[] =
	"Emily Olivia Chloe Jessica Sophie Amelia Charlotte Grace Megan Lucy Hannah Lily Ella Ellie Mia "
	"Ruby Katie Amy Isabella Holly Lauren Emma Georgia Evie Ava Poppy Molly Rebecca Abigail Daisy "
	"Bethany Alice Freya Isla Isabelle Phoebe Sophia Millie Eleanor Elizabeth Jasmine Leah Erin "
	"Scarlett Imogen Amber Rosie Caitlin Maisie Sarah Anna Eva Sienna Shannon Florence Matilda Paige "
	"Courtney Sofia Laura Summer Zoe Lola Harriet Layla Maya Evelyn Lilly Isabel Jade Niamh Nicole "
	"Isobel Rachel Alexandra Victoria Emilia Brooke Willow Madison Hollie Lydia Francesca Elsie Esme "
	"Zara Gracie Amelie Abbie Eliza Natasha Tia Georgina Aimee Ivy Maria Rose Mollie Alisha Eve Libby "
	"Keira Annabelle Faith Martha Danielle Maddison Lacey Chelsea Alicia Skye Samantha Aisha Melissa "
	"Lexi Eloise Sara Maryam Madeleine Robyn Bella Lara Jennifer Louise Naomi Katherine Julia Heidi "
	"Kayleigh Natalie Violet Tilly Kate Annabel Harper Nancy Thea Annie Gabriella Yasmin Beatrice "
	"Morgan Jodie Lois Aaliyah Lottie Stephanie Fatima Mya Elise Darcy Darcey Darcie Demi Ellen Faye "
	"Penelope Gemma Eden Zainab Catherine Hope Bethan Charlie India Orla Angel Savannah Ashleigh Anya "
	"Esther Iris Cerys Clara Lexie Taylor Connie Luna Kelsey Mila Zahra Felicity Aria Kiera Seren "
	"Sadie Arabella Bonnie Casey Gabrielle Elena Ebony Lillie Neve Mary Tegan Lyla Natalia Beth "
	"Kirsty";

static const char men_2000[] =
	"Jack Thomas Oliver Joshua James Harry Daniel William George Samuel Joseph Charlie Jacob Benjamin "
	"Matthew Alexander Alfie Ethan Luke Lewis Mohammed Ryan Adam Jake Callum Liam Dylan Oscar Noah "
	"Henry Max Muhammad Connor Leo Archie Edward Nathan Michael Isaac Lucas Harrison Tyler Jamie "
	"Cameron Logan Freddie Ben Jordan Riley Aaron Finley David Mason Harvey Owen Alex Louis Charles "
	"Theo Kieran Bradley Arthur Toby Kyle Sebastian Jayden Brandon Robert Christopher Zachary Reece "
	"Rhys Mohammad Kai Elliot John Harley Sam Leon Luca Andrew Reuben Theodore Joe Dominic Tommy "
	"Louie Joel Gabriel Ellis Billy Finlay Kian Jonathan Jude Frederick Elijah Rory Aidan Patrick "
	"Morgan Bailey Elliott Nicholas Sean Jay Bobby Frankie Aiden Hugo Blake Stanley Taylor Teddy Evan "
	"Jenson Anthony Caleb Scott Peter Corey Ashley Hayden Albert Ronnie Finn Ibrahim Jason Sonny "
	"Felix Declan Ollie Tobias Nathaniel Mark Marcus Ewan Arlo Dexter Roman Rowan Reggie Muhammed "
	"Conor Alfred Ali Zak Jackson Tom Austin Ashton Yusuf Cody Jaxon Christian Albie Josh Seth Jasper "
	"Maxwell Carter Jesse Stephen Tristan Paul Levi Richard Mitchell Danny Mohamed Syed Lee Ross Cole "
	"Hamza Kayden Spencer Miles Ahmed Milo Kevin Kane Abdul Steven Maximilian Zac Ezra Hunter Zain "
	"Ayaan Shane Myles Zack Abdullah Ralph Ruben Eli Shaun Vincent Calum";

static const char surnames_british[] =
	"Smith=115 Jones=94 Williams=66 Taylor=53 Brown=51 Davies=48 Evans=39 Thomas=35 Wilson=35 "
	"Johnson=34 Roberts=33 Robinson=29 Thompson=28 Wright=28 Edwards=27 Walker=27 White=27 Hughes=26 "
	"Green=25 Hall=25 Harris=25 Lewis=25 Clarke=24 Jackson=24 Patel=24 Wood=24 Martin=23 Turner=23 "
	"Cooper=22 Hill=22 Moore=21 Morris=21 Ward=21 Baker=20 Clark=20 Harrison=20 King=20 Lee=20 "
	"Allen=19 James=19 Morgan=19 Phillips=18 Scott=18 Davis=17 Parker=17 Price=17 Watson=17 "
	"Bennett=16 Griffiths=16 Kelly=16 Mitchell=16 Young=16 Bailey=15 Bell=15 Carter=15 Collins=15 "
	"Cook=15 Richardson=15 Shaw=15 Cox=14 Khan=14 Marshall=14 Miller=14 Murphy=14 Richards=14 "
	"Adams=13 Anderson=13 Begum=13 Ellis=13 Foster=13 Simpson=13 Singh=13 Wilkinson=13 Ali=12 "
	"Chapman=12 Gray=12 Hunt=12 Mason=12 Powell=12 Rogers=12 Webb=12 Barnes=11 Butler=11 Campbell=11 "
	"Holmes=11 Hussain=11 Knight=11 Lloyd=11 Matthews=11 Mills=11 Owen=11 Palmer=11 Ahmed=10 "
	"Barker=10 Dixon=10 Fisher=10 Fletcher=10 Graham=10 Harvey=10 Jenkins=10 Murray=10 Pearson=10 "
	"Russell=10 Stevens=10 Andrews=9 Brooks=9 Day=9 Elliott=9 Ford=9 Fox=9 Gibson=9 Howard=9 Kaur=9 "
	"Lawrence=9 Payne=9 Pearce=9 Reynolds=9 Saunders=9 Stewart=9 Walsh=9 West=9 Atkinson=8 Ball=8 "
	"Booth=8 Bradley=8 Burton=8 Cole=8 Dawson=8 Gill=8 O'Brien=8 Perry=8 Rose=8 Ryan=8 Spencer=8 "
	"Watts=8 Armstrong=7 Barrett=7 Berry=7 Carr=7 Dunn=7 Francis=7 Grant=7 Gregory=7 Harding=7 Hart=7 "
	"Hawkins=7 Hayes=7 Holland=7 Hudson=7 Hunter=7 Lowe=7 Marsh=7 Newman=7 Newton=7 Oliver=7 Page=7 "
	"Parsons=7 Porter=7 Reed=7 Rees=7 Reid=7 Riley=7 Robertson=7 Stone=7 Webster=7 Wells=7 Woods=7 "
	"Bates=6 Bird=6 Bishop=6 Burgess=6 Burns=6 Byrne=6 Chambers=6 Coleman=6 Cooke=6 Cross=6 Curtis=6 "
	"Dean=6 Freeman=6 Gardner=6 Hamilton=6 Harper=6 Henderson=6 Hodgson=6 Hopkins=6 Kennedy=6 Lane=6 "
	"Long=6 McCarthy=6 McDonald=6 Moss=6 Nicholls=6 Nicholson=6 O'Connor=6 O'Neill=6 Parry=6 Robson=6 "
	"Ross=6 Shah=6 Shepherd=6 Sutton=6 Walton=6 Warren=6 Watkins=6 Williamson=6 Yates=6 Akhtar=5 "
	"Arnold=5 Austin=5 Barber=5 Barnett=5 Barton=5 Baxter=5 Bibi=5 Blake=5 Bond=5 Buckley=5 Burke=5 "
	"Clayton=5 Cunningham=5 Davidson=5 Doyle=5 Frost=5 Gallagher=5 George=5 Gilbert=5 Goodwin=5 "
	"Gordon=5 Greenwood=5 Griffin=5 Hammond=5 Hardy=5 Hewitt=5 Higgins=5 Holt=5 Hutchinson=5 "
	"Jennings=5 Johnston=5 Jordan=5 Kemp=5 Lambert=5 Lynch=5 Mann=5 May=5 Miles=5 Nash=5 Nelson=5 "
	"Osborne=5 Poole=5";

static const char surnames_british_more[] =
	"Potter=5 Pritchard=5 Quinn=5 Read=5 Rowe=5 Sharp=5 Slater=5 Stephens=5 Stephenson=5 Stevenson=5 "
	"Stokes=5 Sullivan=5 Thomson=5 Tucker=5 Wallace=5 Walters=5 Wheeler=5 Whitehead=5 Willis=5 "
	"Woodward=5 Abbott=4 Alexander=4 Archer=4 Ashton=4 Atkins=4 Baldwin=4 Banks=4 Barlow=4 Bartlett=4 "
	"Bentley=4 Birch=4 Black=4 Bowen=4 Bradshaw=4 Brennan=4 Briggs=4 Brookes=4 Bryant=4 Bull=4 "
	"Burrows=4 Carroll=4 Cartwright=4 Dale=4 Daniels=4 Davey=4 Davison=4 Dickinson=4 Dobson=4 Dodd=4 "
	"Douglas=4 Duffy=4 Farrell=4 Ferguson=4 Field=4 Flynn=4 Fowler=4 Fraser=4 French=4 Fuller=4 "
	"Gibbs=4 Glover=4 Goddard=4 Hancock=4 Hartley=4 Haynes=4 Hayward=4 Heath=4 Hicks=4 Holden=4 "
	"Howe=4 Howell=4 Humphreys=4 Jarvis=4 John=4 Kay=4 Kent=4 Kirby=4 Kirk=4 Knowles=4 Lamb=4 "
	"Lawson=4 Little=4 Lucas=4 Macdonald=4 Miah=4 Middleton=4 Morley=4 Morrison=4 Morton=4 Norman=4 "
	"Norris=4 O'Sullivan=4 Parkinson=4 Patterson=4 Perkins=4 Peters=4 Preston=4 Pugh=4 Reeves=4 "
	"Rhodes=4 Sanders=4 Savage=4 Schofield=4 Short=4 Simmons=4 Skinner=4 Smart=4 Stanley=4 Thornton=4 "
	"Thorpe=4 Todd=4 Tomlinson=4 Townsend=4 Vaughan=4 Wade=4 Wall=4 Warner=4 Waters=4 Weston=4 "
	"Whittaker=4 Wilkins=4 Wong=4 Allan=3 Barry=3 Benson=3 Bevan=3 Blackburn=3 Bolton=3 Boyle=3 "
	"Brady=3 Bray=3 Browne=3 Bruce=3 Bryan=3 Butcher=3 Cameron=3 Carey=3 Carpenter=3 Chadwick=3 "
	"Chamberlain=3 Chan=3 Chandler=3 Charlton=3 Clements=3 Coates=3 Coles=3 Collier=3 Connolly=3 "
	"Connor=3 Conway=3 Craig=3 Crawford=3 Daly=3 Dennis=3 Doherty=3 Donnelly=3 Duncan=3 Dyer=3 "
	"Farmer=3 Faulkner=3 Finch=3 Fitzgerald=3 Fleming=3 Forster=3 Franklin=3 Fry=3 Gardiner=3 "
	"Garner=3 Gibbons=3 Giles=3 Godfrey=3 Gough=3 Gould=3 Hale=3 Hanson=3 Hargreaves=3 Henry=3 "
	"Herbert=3 Hilton=3 Hobbs=3 Holloway=3 Hooper=3 Hope=3 Horton=3 Houghton=3 Howarth=3 Howells=3 "
	"Humphries=3 Hurst=3 Hyde=3 Ingram=3 Iqbal=3 Joyce=3 Kerr=3 Law=3 Leach=3 Lees=3 Leonard=3 Lord=3 "
	"Lyons=3 Mahmood=3 Manning=3 Marsden=3 McKenzie=3 McLean=3 Mellor=3 Metcalfe=3 Mistry=3 Moran=3 "
	"Myers=3 Naylor=3 Nixon=3 Noble=3 Nolan=3 North=3 Norton=3 O'Donnell=3 Owens=3 Parkes=3 Parkin=3 "
	"Peacock=3 Pickering=3 Pollard=3 Pope=3 Potts=3 Power=3 Pratt=3 Rahman=3 Randall=3 Rice=3 "
	"Rowley=3 Sanderson=3 Sharpe=3 Sheppard=3 Sims=3 Sinclair=3 Steele=3 Storey=3 Summers=3 Swift=3 "
	"Sykes=3 Talbot=3 Turnbull=3 Tyler=3 Vincent=3 Wallis=3 Welch=3 Whitehouse=3 Winter=3 Wyatt=3";

static const char women_bengali[] =
	"Fatima Rokeya Shahida Nasima Rahela Salma Taslima Shirin Ayesha Khadija Rumana Sultana Jahanara "
	"Anwara Monira Farhana Nazma Parvin Rehana Hasina Momtaz Shamima Lutfa Sabina Tahmina";

static const char men_bengali[] =
	"Mohammed Abdul Md Shah Kamal Jamal Mizanur Habibur Abul Shafiqul Rafiqul Nurul Anwar Faruk "
	"Mahbub Jahangir Tariq Sadiq Imran Saiful Monirul Hasan Rashid Azizur Kabir";

static const char surnames_bengali[] =
	"Begum Miah Ahmed Uddin Islam Rahman Ali Hussain Khatun Khanom Hoque Choudhury Ullah Akhtar Alam "
	"Haque Chowdhury Bibi Sultana Talukder Sarkar Mia Akter Molla Sheikh Bhuiyan";

static const char women_pakistani[] =
	"Ayesha Fatima Maryam Saima Shazia Nadia Shabnam Rukhsana Nasreen Zainab Khadija Bushra Samina "
	"Tahira Sobia Uzma Amina Hina Sana Kiran Farah Noreen Shaheen Yasmin Iqra";

static const char men_pakistani[] =
	"Mohammed Muhammad Imran Tariq Asif Nadeem Shahid Usman Ali Hamza Bilal Faisal Khalid Waqas Zahid "
	"Arshad Sajid Tahir Adnan Kashif Omar Ibrahim Hassan Yusuf Saleem";

static const char surnames_pakistani[] =
	"Khan Hussain Ahmed Ali Mahmood Iqbal Malik Akhtar Bibi Shah Butt Mirza Qureshi Siddiqui Rafiq "
	"Aslam Javed Ashraf Rashid Saleem Chaudhry Bashir Raza Sheikh Zaman Mir";

static const char women_african[] =
	"Blessing Grace Comfort Ngozi Funmilayo Abena Ama Folasade Chioma Patience Mercy Yetunde Adwoa "
	"Ifeoma Akosua Temitope Bukola Nkechi Esther Joy Amara Efua Precious Kehinde Oluwaseun";

static const char men_african[] =
	"Emmanuel Samuel Kwame Chinedu Oluwaseun Kofi Daniel Babatunde Emeka Kwabena Taiwo Kehinde Tunde "
	"David Ikechukwu Ayodele Yaw Prince Segun Femi Michael Kojo Obinna Adewale Victor";

static const char surnames_african[] =
	"Mensah Okafor Adeyemi Owusu Boateng Adebayo Okonkwo Asante Osei Balogun Eze Addo Appiah Ogunleye "
	"Nwosu Oyelaran Amoah Darko Obi Salako Agyeman Bankole Ojo Danso Ibrahim Mohamed Abdi Hassan "
	"Kamara Sesay";

static const char women_punjabi[] =
	"Harpreet Manjit Surinder Jaswinder Gurpreet Balwinder Kulwinder Parminder Amarjit Rajinder "
	"Sukhwinder Simran Navdeep Jasmine Kiran Sunita Priya Anita Meena Pooja";

static const char men_punjabi[] =
	"Harjit Gurdev Satnam Jaspal Balbir Rajinder Sukhdev Amrit Harbhajan Mohan Kuldip Jagdish "
	"Gurpreet Manpreet Ranjit Karan Rahul Vijay Sanjay Amit";

static const char surnames_punjabi[] =
	"Singh Kaur Gill Sandhu Dhillon Sidhu Patel Sharma Grewal Rai Bains Virdee Bhogal Johal Kumar "
	"Matharu Dhaliwal Mann Aujla Cheema";

static const char women_european[] =
	"Maria Elena Ioana Ana Mihaela Andreea Anna Katarzyna Agnieszka Rasa Jurgita Ewa Zofia Krystyna "
	"Alina Cristina Daniela Gabriela Monika Magdalena Irena Joanna Dorota Eglė Ramunė";

static const char men_european[] =
	"Andrei Ion Alexandru Mihai Tomasz Piotr Ștefan Bogdan Cristian Krzysztof Adam Viorel Gheorghe "
	"Marius Darius Tomas Mindaugas Łukasz Paweł Nicolae Florin Gabriel Daniel Jan Vasile";

static const char surnames_european[] =
	"Popa Popescu Munteanu Ionescu Dumitru Stan Rusu Kowalski Nowak Wójcik Lewandowski Kazlauskas "
	"Ciobanu Ilie Marin Stoica Petrauskas Jankauskas Zieliński Kamiński Ungureanu Lupu Cojocaru Oprea "
	"Baran Silva Santos Costa Ferreira Dimitrov Ivanov";

static const char stems[] =
	"Ash Black Birch Brook Broad Burn Can Chal Clay Cold Cran Dal Dun East El Fair Fal Farn Gar Gold "
	"Graf Grims Hal Ham Har Hather Haw Hazel Hep Hol Horn Ing Kirk Lang Lin Long Mar Mel Mid Mor New "
	"Nor Oak Old Os Pem Pick Quar Rad Rams Red Ros Rush Sal San Shel Sher Sil Stan Stock Sut Swan Tem "
	"Thorn Til Tun Under Wad Wal Wat Wel Whit Wick Win Wood Wor Yar";

static const char ends[] =
	"ley ton field worth ham ford den by wood man brook well ridge stead croft gate land more dale "
	"bourne cott shaw burn thorpe grave";

static const char streets[] =
	"Alder Anchor Barley Beacon Bittern Bramble Candle Cart Chaff Cooper Cornflower Curlew Dovecot "
	"Drover Elder Fallow Farrier Ferry Fletcher Flint Foundry Furrow Goldfinch Gorse Granary Harvest "
	"Hawthorn Hayloft Heron Hopfield Juniper Kestrel Kiln Lapwing Larkspur Linnet Loom Malthouse "
	"Marigold Mason Mill Nettle Orchard Osier Otter Plough Quince Reed Rowan Saddler Sedge Shepherd "
	"Skylark Smithy Sorrel Spindle Tallow Tanner Teasel Thatcher Thrush Tiller Wagtail Weaver Wheat "
	"Wherry Willow Windmill Withy Yarrow";

static const char kinds[] =
	"Road Street Avenue Lane Close Way Gardens Walk Crescent Row";

static const char nicknames[] =
	"Abigail=Abi Alexander=Alex Alfred=Alf Andrew=Andy Anthony=Tony Babatunde=Tunde Barbara=Barb "
	"Benjamin=Ben Catherine=Cathy Charles=Charlie Christine=Chris Christopher=Chris Daniel=Dan "
	"David=Dave Deborah=Debbie Derek=Del Donald=Don Dorothy=Dot Edward=Ted Elizabeth=Liz "
	"Emmanuel=Manny Eric=Rick Florence=Flo Folasade=Sade Frederick=Fred Geoffrey=Geoff George=Georgie "
	"Gerald=Gerry Harold=Harry Irene=Rene Isabella=Bella Jacqueline=Jackie James=Jim Jennifer=Jenny "
	"Joan=Joanie John=Jack Joseph=Joe Joshua=Josh Joyce=Joy Katarzyna=Kasia Katherine=Kate "
	"Kathleen=Kath Kenneth=Ken Krzysztof=Krzys Lawrence=Larry Leonard=Len Margaret=Maggie "
	"Matthew=Matt Michael=Mick Mohammed=Mo Muhammad=Mo Nicholas=Nick Oluwaseun=Seun Pamela=Pam "
	"Patricia=Pat Peter=Pete Philip=Phil Raymond=Ray Rebecca=Becky Richard=Dick Robert=Bob Ronald=Ron "
	"Samuel=Sam Sandra=Sandy Sarah=Sally Sidney=Sid Stanley=Stan Stephen=Steve Steven=Steve Susan=Sue "
	"Temitope=Temi Terence=Terry Thomas=Tom Timothy=Tim Tomasz=Tomek Victoria=Vicky Vincent=Vince "
	"Walter=Wally William=Bill Zofia=Zosia";

#endif
