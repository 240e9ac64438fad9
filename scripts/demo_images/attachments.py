"""The two PDF files that the demo's articles offer: their titles and texts."""

from __future__ import annotations

COPPER_GUIDE = (
    "Préparer la fermeture du réseau cuivre",
    (
        (
            ("h1", "Préparer la fermeture du réseau cuivre"),
            ("p", "Aide-mémoire pour les communes – Les Communes reliées, février 2024"),
            ("h2", "1. Recenser ce qui passe encore par le cuivre"),
            ("p", "Standard de la mairie, fax, alarmes, ascenseurs, téléphones d’urgence, "
             "télégestion de l’eau, terminaux de paiement, panneaux d’affichage, sirènes : "
             "le plus souvent, la commune découvre des lignes qu’elle paie sans les connaître. "
             "Partez des factures, puis visitez les bâtiments."),
            ("h2", "2. Désigner une personne et un calendrier"),
            ("p", "Une personne référente par commune ou par intercommunalité, une date de bascule "
             "par bâtiment, un essai avant chaque coupure. Gardez six mois de marge sur la date "
             "annoncée par l’exploitant."),
            ("h2", "3. Prévenir les habitants"),
            ("p", "Une réunion publique, un courrier aux personnes isolées, une permanence "
             "en mairie. Rappelez qu’aucun démarchage à domicile n’est fait au nom de la commune."),
        ),
        (
            ("h1", "Liste de contrôle"),
            ("p", "Avant la fermeture commerciale : inventaire des lignes terminé ; bâtiments "
             "raccordables vérifiés ; budget de bascule voté."),
            ("p", "Avant la fermeture technique : chaque équipement essayé sur son nouveau lien ; "
             "solution de secours électrique en place ; numéros utiles portés."),
            ("p", "Le jour même : une personne joignable, un téléphone mobile en mairie, la liste "
             "des personnes à appeler."),
            ("p", "Après : résilier, puis relire les trois factures suivantes."),
            ("h2", "Nous écrire"),
            ("p", "reseaux@communes-reliees.example.org – 01 99 00 10 00"),
        ),
    ),
)  # fmt: skip

WELCOME_KIT = (
    "Le kit numérique des nouveaux élus",
    (
        (
            ("h1", "Le kit numérique des nouveaux élus"),
            ("p", "Cent jours, dix gestes – Les Communes reliées, avril 2026"),
            ("h2", "Les deux premières semaines"),
            ("p", "1. Faire le tour des accès : qui détient les mots de passe du nom de domaine, "
             "de la messagerie, du site et des réseaux sociaux ?"),
            ("p", "2. Fermer les comptes des élus et des agents qui sont partis."),
            ("p", "3. Vérifier qu’une sauvegarde existe, et qu’on sait la restaurer."),
            ("h2", "Les deux premiers mois"),
            ("p", "4. Désigner le délégué à la protection des données, ou confirmer "
             "celui qui l’est."),
            ("p", "5. Rencontrer la personne qui accueille le public : elle sait où les démarches "
             "achoppent."),
            ("p", "6. Relire les contrats : durée, propriété des données, clause de sortie."),
            ("p", "7. Publier les comptes rendus du conseil sous une forme que tous peuvent lire."),
            ("h2", "Avant le centième jour"),
            ("p", "8. Faire l’exercice du lundi sans informatique."),
            ("p", "9. Inscrire une ligne d’accessibilité au budget."),
            ("p", "10. Dire aux habitants ce qui va changer, et ce qui ne changera pas : "
             "le guichet reste ouvert."),
        ),
    ),
)  # fmt: skip
