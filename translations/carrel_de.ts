<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>carrel::app::ShellController</name>
    <message>
        <source>Your session has ended. Sign in again: you come back to where you were.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich wieder an: Sie kehren dorthin zurück, wo Sie waren.</translation>
    </message>
    <message>
        <source>Your access was changed or withdrawn. Sign in again, or ask your clinic&apos;s administrator.</source>
        <translation>Ihr Zugang wurde geändert oder entzogen. Melden Sie sich wieder an oder fragen Sie die Verwaltung Ihrer Klinik.</translation>
    </message>
    <message>
        <source>By your clinic&apos;s policy the copy saved on this computer was removed.</source>
        <translation>Nach den Regeln Ihrer Klinik wurde die auf diesem Computer gespeicherte Kopie entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>The workspace stopped %n times within a minute. You can try again at %1. If it goes on, call your IT support; what you entered is kept.</source>
        <translation>
            <numerusform>Der Arbeitsbereich ist innerhalb einer Minute %n-mal stehen geblieben. Sie können es um %1 erneut versuchen. Wenn es weiterhin geschieht, rufen Sie Ihre IT-Betreuung an; Ihre Eingaben bleiben erhalten.</numerusform>
            <numerusform>Der Arbeitsbereich ist innerhalb einer Minute %n-mal stehen geblieben. Sie können es um %1 erneut versuchen. Wenn es weiterhin geschieht, rufen Sie Ihre IT-Betreuung an; Ihre Eingaben bleiben erhalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::app::StartProblem</name>
    <message>
        <source>No server is set up yet</source>
        <translation>Noch ist kein Server eingerichtet</translation>
    </message>
    <message>
        <source>The configuration file is not there</source>
        <translation>Die Konfigurationsdatei ist nicht vorhanden</translation>
    </message>
    <message>
        <source>The configuration cannot be used</source>
        <translation>Die Konfiguration kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Carrel does not know which server is your clinic’s. Ask IT for the configuration file and start Carrel with it: carrel --config FILE.</source>
        <translation>Carrel weiß nicht, welcher Server zu Ihrer Klinik gehört. Fragen Sie die IT nach der Konfigurationsdatei und starten Sie Carrel damit: carrel --config FILE.</translation>
    </message>
    <message>
        <source>Check the path “%1”, or ask IT for the file, then start Carrel again.</source>
        <translation>Prüfen Sie den Pfad „%1“ oder fragen Sie die IT nach der Datei und starten Sie Carrel dann neu.</translation>
    </message>
    <message>
        <source>The entry “%1” breaks a rule. Ask IT to correct it, then start Carrel again.</source>
        <translation>Der Eintrag „%1“ verletzt eine Regel. Bitten Sie die IT, ihn zu berichtigen, und starten Sie Carrel dann neu.</translation>
    </message>
    <message>
        <source>Ask IT to correct the file, then start Carrel again.</source>
        <translation>Bitten Sie die IT, die Datei zu berichtigen, und starten Sie Carrel dann neu.</translation>
    </message>
    <message>
        <source>A file in the folder “%1” is damaged. It was left as it is. Ask IT to restore it from a backup, or to remove it if this workstation is to be enrolled anew.</source>
        <translation>Eine Datei im Ordner „%1“ ist beschädigt. Sie wurde unverändert gelassen. Bitten Sie die IT, sie aus einer Sicherung wiederherzustellen oder sie zu entfernen, falls dieser Arbeitsplatz neu angemeldet werden soll.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be written. Check that the disk is not full and that the folder belongs to you, then start Carrel again.</source>
        <translation>In den Ordner „%1“ kann nicht geschrieben werden. Prüfen Sie, ob auf dem Datenträger Platz ist und der Ordner Ihnen gehört, und starten Sie Carrel dann neu.</translation>
    </message>
    <message>
        <source>Carrel’s folder on this computer cannot be used</source>
        <translation>Der Ordner von Carrel auf diesem Computer kann nicht verwendet werden</translation>
    </message>
</context>
<context>
    <name>carrel::carts</name>
    <message>
        <source>This cart was already submitted, so it cannot be changed. Start a new cart.</source>
        <translation>Dieser Warenkorb wurde bereits eingereicht und kann daher nicht geändert werden. Beginnen Sie einen neuen Warenkorb.</translation>
    </message>
    <message>
        <source>This cart was abandoned in the meantime. Start a new cart.</source>
        <translation>Dieser Warenkorb wurde inzwischen aufgegeben. Beginnen Sie einen neuen Warenkorb.</translation>
    </message>
    <message>
        <source>This cart has no lines. Add a line, then submit it again.</source>
        <translation>Dieser Warenkorb hat keine Positionen. Fügen Sie eine Position hinzu und reichen Sie ihn dann erneut ein.</translation>
    </message>
    <message>
        <source>A cart holds at most 50 lines. Submit this one and start another.</source>
        <translation>Ein Warenkorb enthält höchstens 50 Positionen. Reichen Sie diesen ein und beginnen Sie einen weiteren.</translation>
    </message>
    <message>
        <source>This product is no longer in the catalogue. Remove the line and choose another product.</source>
        <translation>Dieses Präparat ist nicht mehr im Katalog. Entfernen Sie die Position und wählen Sie ein anderes Präparat.</translation>
    </message>
    <message>
        <source>The refill day has passed. Change the line to today or a later day.</source>
        <translation>Der Tag der Folgeabgabe ist verstrichen. Ändern Sie die Position auf heute oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>The refill day is more than a year away. Change the line to an earlier day.</source>
        <translation>Der Tag der Folgeabgabe liegt mehr als ein Jahr in der Zukunft. Ändern Sie die Position auf einen früheren Tag.</translation>
    </message>
    <message>
        <source>The quantity is more than this product allows. Change the line to a smaller quantity.</source>
        <translation>Die Menge ist größer, als dieses Präparat zulässt. Ändern Sie die Position auf eine kleinere Menge.</translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartCommands</name>
    <message>
        <source>Order %1 waits for approval.</source>
        <translation>Verordnung %1 wartet auf Freigabe.</translation>
    </message>
    <message>
        <source>The server has confirmed the order. It waits for approval; its number is on the patient&apos;s card.</source>
        <translation>Der Server hat die Verordnung bestätigt. Sie wartet auf Freigabe; ihre Nummer steht auf der Patientenkarte.</translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartEditor</name>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Patient card</source>
        <translation>Patientenkarte</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Zur Freigabe einreichen</translation>
    </message>
    <message>
        <source>Undo remove</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>No lines yet. Find a product below and add it.</source>
        <translation>Noch keine Positionen. Suchen Sie unten ein Präparat und fügen Sie es hinzu.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>The cart was not opened.</source>
        <translation>Der Warenkorb wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>This cart is no longer here. Choose another cart, or start a new one from the patient&apos;s card.</source>
        <translation>Dieser Warenkorb ist nicht mehr vorhanden. Wählen Sie einen anderen Warenkorb oder beginnen Sie einen neuen auf der Patientenkarte.</translation>
    </message>
    <message>
        <source>Add a line before you submit.</source>
        <translation>Fügen Sie vor dem Einreichen eine Position hinzu.</translation>
    </message>
    <message>
        <source>%1 for %2, %3.</source>
        <translation>%1 für %2, %3.</translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <translation>%1 für %2.</translation>
    </message>
    <message>
        <source>Controlled: the prescriber needs a DEA number to approve it.</source>
        <translation>Betäubungsmittel: Zur Freigabe braucht die verordnende Person eine DEA-Nummer.</translation>
    </message>
    <message>
        <source>This product is no longer in the catalogue. Remove the line and choose another product.</source>
        <translation>Dieses Präparat ist nicht mehr im Katalog. Entfernen Sie die Position und wählen Sie ein anderes Präparat.</translation>
    </message>
    <message>
        <source>%1 was not added.</source>
        <translation>%1 wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 was not changed.</source>
        <translation>%1 wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>The line was not removed.</source>
        <translation>Die Position wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>Line removed.</source>
        <translation>Position entfernt.</translation>
    </message>
    <message>
        <source>The line was not put back.</source>
        <translation>Die Position wurde nicht wieder eingefügt.</translation>
    </message>
    <message>
        <source>Line put back.</source>
        <translation>Position wieder eingefügt.</translation>
    </message>
    <message>
        <source>A line is not finished. Add it or cancel it, then submit.</source>
        <translation>Eine Position ist nicht fertig. Fügen Sie sie hinzu oder brechen Sie sie ab und reichen Sie dann ein.</translation>
    </message>
    <message>
        <source>The cart was not submitted.</source>
        <translation>Der Warenkorb wurde nicht eingereicht.</translation>
    </message>
    <message>
        <source>Submitted for approval. Order number follows when the server confirms.</source>
        <translation>Zur Freigabe eingereicht. Die Verordnungsnummer folgt, sobald der Server bestätigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Position</numerusform>
            <numerusform>%n Positionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartListModel</name>
    <message>
        <source>Changed %1 ago</source>
        <translation>Letzte Änderung %1 her</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Position</numerusform>
            <numerusform>%n Positionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartsPage</name>
    <message>
        <source>Carts</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Open carts</source>
        <translation>Offene Warenkörbe</translation>
    </message>
    <message>
        <source>No cart open</source>
        <translation>Kein Warenkorb geöffnet</translation>
    </message>
    <message>
        <source>Choose a cart on the left, or start one from a patient&apos;s card.</source>
        <translation>Wählen Sie links einen Warenkorb oder beginnen Sie einen auf der Patientenkarte.</translation>
    </message>
    <message>
        <source>The cart was not opened. %1</source>
        <translation>Der Warenkorb wurde nicht geöffnet. %1</translation>
    </message>
    <message>
        <source>This cart is no longer here: it was submitted or abandoned, or you may not see it. Choose another one.</source>
        <translation>Dieser Warenkorb ist nicht mehr vorhanden: Er wurde eingereicht oder aufgegeben, oder Sie dürfen ihn nicht sehen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The cart was not shown because the view could not be recorded. Try again; if it stays, tell your IT support.</source>
        <translation>Der Warenkorb wurde nicht angezeigt, weil die Einsicht nicht protokolliert werden konnte. Versuchen Sie es erneut; wenn es so bleibt, informieren Sie Ihre IT-Betreuung.</translation>
    </message>
    <message>
        <source>No open carts. Start one from a patient&apos;s card.</source>
        <translation>Keine offenen Warenkörbe. Beginnen Sie einen auf der Patientenkarte.</translation>
    </message>
    <message>
        <source>Your changes are kept on this computer.</source>
        <translation>Ihre Änderungen werden auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>Offline: your changes are kept here and sent when the server answers.</source>
        <translation>Offline: Ihre Änderungen werden hier aufbewahrt und gesendet, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>Opening the cart…</source>
        <translation>Der Warenkorb wird geöffnet …</translation>
    </message>
    <message numerus="yes">
        <source>%n carts, latest change first</source>
        <translation>
            <numerusform>%n Warenkorb</numerusform>
            <numerusform>%n Warenkörbe, letzte Änderung zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::LineEditor</name>
    <message>
        <source>What was typed before could not be read. %1</source>
        <translation>Die frühere Eingabe konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>What you typed could not be kept for a lock. %1</source>
        <translation>Ihre Eingabe konnte nicht über eine Sperre hinweg aufbewahrt werden. %1</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Präparat hinzufügen</translation>
    </message>
</context>
<context>
    <name>carrel::carts::LineForm</name>
    <message>
        <source>Dispense on a refill day</source>
        <translation>An einem Tag der Folgeabgabe abgeben</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Refill day</source>
        <translation>Tag der Folgeabgabe</translation>
    </message>
    <message>
        <source>Calendar of refill days</source>
        <translation>Kalender der Tage für die Folgeabgabe</translation>
    </message>
    <message>
        <source>Cancel line</source>
        <translation>Position abbrechen</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>Save line</source>
        <translation>Position speichern</translation>
    </message>
    <message>
        <source>Quantity must be at least 1.</source>
        <translation>Die Menge muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>Quantity must be at most %1 for one line.</source>
        <translation>Die Menge darf je Position höchstens %1 sein.</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <translation>von höchstens %1</translation>
    </message>
</context>
<context>
    <name>carrel::carts::LineList</name>
    <message>
        <source>refill on %1</source>
        <translation>Folgeabgabe am %1</translation>
    </message>
    <message>
        <source>dispense now</source>
        <translation>sofort abgeben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change line %1</source>
        <translation>Position %1 ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove line %1</source>
        <translation>Position %1 entfernen</translation>
    </message>
</context>
<context>
    <name>carrel::carts::ProductPicker</name>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>Präparat suchen</translation>
    </message>
    <message>
        <source>Product or brand name</source>
        <translation>Präparat oder Handelsname</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>Gefundene Präparate</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Alle Präparate anzeigen</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>Der Katalog ist leer.</translation>
    </message>
    <message>
        <source>No product matches. Check the spelling, or type the first letters only.</source>
        <translation>Kein Präparat passt. Prüfen Sie die Schreibweise oder geben Sie nur die ersten Buchstaben ein.</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>%1 von %2 werden angezeigt</translation>
    </message>
    <message>
        <source>%1. Choose one with the arrow keys, then press Enter.</source>
        <translation>%1. Wählen Sie eines mit den Pfeiltasten und drücken Sie dann die Eingabetaste.</translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n Präparat</numerusform>
            <numerusform>%n Präparate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products match</source>
        <translation>
            <numerusform>%n Präparat passt</numerusform>
            <numerusform>%n Präparate passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::format</name>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>In room</source>
        <translation>Im Zimmer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>No show</source>
        <translation>Versäumt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sent to pharmacy</source>
        <translation>An die Apotheke gesendet</translation>
    </message>
    <message>
        <source>Dispensed</source>
        <translation>Abgegeben</translation>
    </message>
    <message>
        <source>Question about the dose</source>
        <translation>Frage zur Dosis</translation>
    </message>
    <message>
        <source>Interaction with another medication</source>
        <translation>Wechselwirkung mit einem anderen Arzneimittel</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Allergie</translation>
    </message>
    <message>
        <source>Patient needs a visit first</source>
        <translation>Vorher ist ein Besuch nötig</translation>
    </message>
    <message>
        <source>Duplicate of another order</source>
        <translation>Doppelt zu einer anderen Verordnung</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mär</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Schedule %1</source>
        <translation>Schedule %1</translation>
    </message>
    <message>
        <source>Another clinic</source>
        <translation>Andere Klinik</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1 Tag(e)</translation>
    </message>
    <message>
        <source>%1w</source>
        <translation>%1 Wochen</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 Monate</translation>
    </message>
    <message>
        <source>%1y</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>Birth date not recorded</source>
        <translation>Geburtsdatum nicht erfasst</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>Geboren am %1</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Intersex</source>
        <translation>Intergeschlechtlich</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht erfasst</translation>
    </message>
    <message>
        <source>Known allergies</source>
        <translation>Bekannte Allergien</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>Keine bekannten Allergien</translation>
    </message>
    <message>
        <source>Allergies not recorded</source>
        <translation>Allergien nicht erfasst</translation>
    </message>
    <message>
        <source>Allergies unavailable</source>
        <translation>Allergien nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>carrel::format::PatientBanner</name>
    <message>
        <source>Patient banner</source>
        <translation>Patientenleiste</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Name not shown to your role</source>
        <translation>Name wird Ihrer Rolle nicht angezeigt</translation>
    </message>
</context>
<context>
    <name>carrel::frame::CacheProblemWindow</name>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>The data on this computer cannot be opened</source>
        <translation>Die Daten auf diesem Computer können nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Keep what can be read</source>
        <translation>Lesbares behalten</translation>
    </message>
    <message>
        <source>Carrel reads every action and draft that can still be read into a new file, and says how many could not be read. The damaged file stays on this computer, still encrypted.</source>
        <translation>Carrel liest jeden Vorgang und jeden Entwurf, der noch lesbar ist, in eine neue Datei und sagt, wie viele nicht gelesen werden konnten. Die beschädigte Datei bleibt verschlüsselt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Set the file aside and start</source>
        <translation>Datei beiseitelegen und beginnen</translation>
    </message>
    <message>
        <source>Actions and drafts that were not sent stay in their file on this computer, which is not changed; your IT support may be able to open it with the earlier key. Everything else is loaded again from the clinic&apos;s server.</source>
        <translation>Nicht gesendete Vorgänge und Entwürfe bleiben unverändert in ihrer Datei auf diesem Computer; Ihre IT-Betreuung kann sie vielleicht mit dem früheren Schlüssel öffnen. Alles andere wird erneut vom Server der Klinik geladen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>carrel::frame::CountdownBanner</name>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Stay here, do not lock</source>
        <translation>Hier bleiben, nicht sperren</translation>
    </message>
    <message>
        <source>Locking in %1 s — press any key to stay</source>
        <translation>Sperrung in %1 s – drücken Sie eine beliebige Taste, um zu bleiben</translation>
    </message>
</context>
<context>
    <name>carrel::frame::Freshness</name>
    <message>
        <source>Server not trusted · call IT</source>
        <translation>Server nicht vertrauenswürdig · IT anrufen</translation>
    </message>
    <message>
        <source>Server not trusted · call IT · showing data as of %1, %2 old</source>
        <translation>Server nicht vertrauenswürdig · IT anrufen · Stand der Daten: %1, %2 alt</translation>
    </message>
    <message>
        <source>Not trusted · as of %1</source>
        <translation>Nicht vertrauenswürdig · Stand: %1</translation>
    </message>
    <message>
        <source>Offline · no data yet</source>
        <translation>Offline · noch keine Daten</translation>
    </message>
    <message>
        <source>Offline · showing data as of %1, %2 old</source>
        <translation>Offline · Stand der Daten: %1, %2 alt</translation>
    </message>
    <message>
        <source>Loading for the first time</source>
        <translation>Wird zum ersten Mal geladen</translation>
    </message>
    <message>
        <source>Connecting · showing data as of %1</source>
        <translation>Verbindung wird aufgebaut · Stand der Daten: %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Online · as of %1</source>
        <translation>Online · Stand: %1</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline · as of %1</source>
        <translation>Offline · Stand: %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Connecting · as of %1</source>
        <translation>Verbindung · Stand: %1</translation>
    </message>
</context>
<context>
    <name>carrel::frame::HeaderBar</name>
    <message>
        <source>First loading</source>
        <translation>Erstes Laden</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Lock this workstation (Ctrl+L)</source>
        <translation>Diesen Arbeitsplatz sperren (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>All clinics</source>
        <translation>Alle Kliniken</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n Vorgang wartet auf das Senden</numerusform>
            <numerusform>%n Vorgänge warten auf das Senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept safely on this computer until the clinic&apos;s server has answered.</source>
        <translation>Sicher auf diesem Computer aufbewahrt, bis der Server der Klinik geantwortet hat.</translation>
    </message>
</context>
<context>
    <name>carrel::frame::LeaveBanner</name>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>Jetzt abmelden</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait to be sent. You are signed out as soon as the clinic&apos;s server has them. If you sign out now, they stay safe on this computer and are sent when you sign in here again.</source>
        <translation>
            <numerusform>%n Vorgang wartet auf das Senden. Sie werden abgemeldet, sobald ihn der Server der Klinik hat. Melden Sie sich jetzt ab, bleibt er sicher auf diesem Computer und wird gesendet, wenn Sie sich hier wieder anmelden.</numerusform>
            <numerusform>%n Vorgänge warten auf das Senden. Sie werden abgemeldet, sobald sie der Server der Klinik hat. Melden Sie sich jetzt ab, bleiben sie sicher auf diesem Computer und werden gesendet, wenn Sie sich hier wieder anmelden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::frame::Navigation</name>
    <message>
        <source>Front desk</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Medical assistant</source>
        <translation>Medizinische Assistenz</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>Verordnende Person</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Privacy officer</source>
        <translation>Datenschutzbeauftragte Person</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Vertrieb</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Systemverwaltung</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Betreuung</translation>
    </message>
</context>
<context>
    <name>carrel::frame::NavigationPanel</name>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel der Tastatur</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <translation>Tastenkürzel der Tastatur (F1)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>carrel::frame::ShortcutHelp</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel der Tastatur</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu „%1“ gehen</translation>
    </message>
    <message>
        <source>Search or go to the page&apos;s first field</source>
        <translation>Suchen oder zum ersten Feld der Seite gehen</translation>
    </message>
    <message>
        <source>Fetch what is new from the server</source>
        <translation>Neues vom Server holen</translation>
    </message>
    <message>
        <source>Lock this workstation</source>
        <translation>Diesen Arbeitsplatz sperren</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Diese Liste anzeigen</translation>
    </message>
    <message>
        <source>Tab, arrow keys</source>
        <translation>Tabulator, Pfeiltasten</translation>
    </message>
    <message>
        <source>Move between fields, move inside lists</source>
        <translation>Zwischen Feldern wechseln, sich in Listen bewegen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Open the chosen row</source>
        <translation>Die gewählte Zeile öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close shortcuts</source>
        <translation>Tastenkürzel schließen</translation>
    </message>
</context>
<context>
    <name>carrel::frame::WorkspaceWindow</name>
    <message>
        <source>Nothing to do here for your role</source>
        <translation>Für Ihre Rolle ist hier nichts zu tun</translation>
    </message>
    <message>
        <source>Your role has no work in this window. Ask your administrator if that is not right.</source>
        <translation>Ihre Rolle hat in diesem Fenster keine Aufgaben. Fragen Sie Ihre Verwaltung, falls das nicht stimmt.</translation>
    </message>
    <message>
        <source>Carrel — %1</source>
        <translation>Carrel — %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) from the clinic&apos;s server could not be read and is not shown here. Everything else is complete. Your IT support should update Carrel on this computer.</source>
        <translation>
            <numerusform>%n Datensatz vom Server der Klinik war nicht lesbar und wird hier nicht angezeigt. Alles andere ist vollständig. Ihre IT sollte Carrel auf diesem Computer aktualisieren.</numerusform>
            <numerusform>%n Datensätze vom Server der Klinik waren nicht lesbar und werden hier nicht angezeigt. Alles andere ist vollständig. Ihre IT sollte Carrel auf diesem Computer aktualisieren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::kit::CodeField</name>
    <message>
        <source>Six digits from your authenticator app</source>
        <translation>Sechs Ziffern aus Ihrer Authentifizierungs-App</translation>
    </message>
</context>
<context>
    <name>carrel::kit::ErrorTexts</name>
    <message>
        <source>Something in the form is not right. Check the entries and try again.</source>
        <translation>Etwas im Formular stimmt nicht. Prüfen Sie die Eingaben und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The entry “%1” is not right. Correct it and try again.</source>
        <translation>Die Eingabe „%1“ stimmt nicht. Berichtigen Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is no longer here, or you may not see it. Go back to the list and refresh it (F5).</source>
        <translation>Das ist nicht mehr vorhanden, oder Sie dürfen es nicht sehen. Gehen Sie zurück zur Liste und aktualisieren Sie sie (F5).</translation>
    </message>
    <message>
        <source>This was stopped before it finished. Nothing was changed; start it again if you need it.</source>
        <translation>Der Vorgang wurde vor dem Ende abgebrochen. Nichts wurde geändert; starten Sie ihn neu, wenn Sie ihn brauchen.</translation>
    </message>
    <message>
        <source>This cart was already sent for approval, so it cannot be changed. Start a new cart.</source>
        <translation>Dieser Warenkorb wurde bereits zur Freigabe gesendet und kann daher nicht geändert werden. Beginnen Sie einen neuen Warenkorb.</translation>
    </message>
    <message>
        <source>This cart has no lines yet. Add a product before you send it for approval.</source>
        <translation>Dieser Warenkorb hat noch keine Positionen. Fügen Sie ein Präparat hinzu, bevor Sie ihn zur Freigabe senden.</translation>
    </message>
    <message>
        <source>The refill day has passed. Choose today or a later day.</source>
        <translation>Der Tag der Folgeabgabe ist verstrichen. Wählen Sie heute oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>The order changed after it was shown. Read it again before you sign; nothing was signed.</source>
        <translation>Die Verordnung hat sich geändert, nachdem sie angezeigt wurde. Lesen Sie sie vor dem Signieren noch einmal; es wurde nichts signiert.</translation>
    </message>
    <message>
        <source>Someone else changed this first, so your change was not made. Look at it again and repeat your change if it is still needed.</source>
        <translation>Jemand anderes hat dies zuerst geändert, daher wurde Ihre Änderung nicht vorgenommen. Sehen Sie es sich noch einmal an und wiederholen Sie Ihre Änderung, wenn sie noch nötig ist.</translation>
    </message>
    <message>
        <source>The clinic&apos;s system refused this by one of its rules. Nothing was changed; correct it or ask your manager.</source>
        <translation>Das System der Klinik hat dies nach einer seiner Regeln abgewiesen. Nichts wurde geändert; berichtigen Sie es oder fragen Sie Ihre Leitung.</translation>
    </message>
    <message>
        <source>The sign-in name or password is wrong. Check both and type them again.</source>
        <translation>Der Anmeldename oder das Passwort ist falsch. Prüfen Sie beides und geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>The six-digit code is wrong. Wait for the next code in your authenticator app and type it.</source>
        <translation>Der sechsstellige Code ist falsch. Warten Sie auf den nächsten Code in Ihrer Authentifizierungs-App und geben Sie ihn ein.</translation>
    </message>
    <message>
        <source>This code was used already; each one works once. Wait for the next code and type that.</source>
        <translation>Dieser Code wurde bereits verwendet; jeder gilt nur einmal. Warten Sie auf den nächsten Code und geben Sie diesen ein.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait half a minute, then try once more.</source>
        <translation>Zu viele falsche Versuche. Warten Sie eine halbe Minute und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on; your drafts are kept.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich wieder an, um weiterzuarbeiten; Ihre Entwürfe bleiben erhalten.</translation>
    </message>
    <message>
        <source>Your session is locked. Unlock it with your password to go on.</source>
        <translation>Ihre Sitzung ist gesperrt. Entsperren Sie sie mit Ihrem Passwort, um weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask your clinic&apos;s administrator if you need it.</source>
        <translation>Ihre Rolle erlaubt dies nicht. Fragen Sie die Verwaltung Ihrer Klinik, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>A six-digit code is needed as well. Open your authenticator app and type the code.</source>
        <translation>Zusätzlich wird ein sechsstelliger Code benötigt. Öffnen Sie Ihre Authentifizierungs-App und geben Sie den Code ein.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server was not found. Check the network connection, then the server address with your IT support.</source>
        <translation>Der Server der Klinik wurde nicht gefunden. Prüfen Sie die Netzwerkverbindung und dann mit Ihrer IT-Betreuung die Serveradresse.</translation>
    </message>
    <message>
        <source>The server could not prove that it is your clinic&apos;s. Nothing was sent. Call your IT support before you go on.</source>
        <translation>Der Server konnte nicht nachweisen, dass er zu Ihrer Klinik gehört. Nichts wurde gesendet. Rufen Sie Ihre IT-Betreuung an, bevor Sie weiterarbeiten.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server does not answer. You can go on with the data on this computer; try again in a moment.</source>
        <translation>Der Server der Klinik antwortet nicht. Sie können mit den Daten auf diesem Computer weiterarbeiten; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server is older than this program. Ask your IT support to update the server.</source>
        <translation>Der Server der Klinik ist älter als dieses Programm. Bitten Sie Ihre IT-Betreuung, den Server zu aktualisieren.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server took too long to answer. Try again in a moment.</source>
        <translation>Der Server der Klinik hat zu lange für eine Antwort gebraucht. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood. Try again; if it stays, tell your IT support.</source>
        <translation>Die Antwort des Servers konnte nicht verstanden werden. Versuchen Sie es erneut; wenn es so bleibt, informieren Sie Ihre IT-Betreuung.</translation>
    </message>
    <message>
        <source>This is too large to send. Make it shorter and try again.</source>
        <translation>Das ist zu groß zum Senden. Kürzen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The data on this computer was written by a newer version of Carrel. Ask your IT support to update this program.</source>
        <translation>Die Daten auf diesem Computer wurden von einer neueren Version von Carrel geschrieben. Bitten Sie Ihre IT-Betreuung, dieses Programm zu aktualisieren.</translation>
    </message>
    <message>
        <source>Carrel is already open with this data. Use the window that is open, or close it first.</source>
        <translation>Carrel ist mit diesen Daten bereits geöffnet. Verwenden Sie das geöffnete Fenster oder schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full. Free some space, then try again; what you typed is still here.</source>
        <translation>Der Datenträger dieses Computers ist voll. Schaffen Sie Platz und versuchen Sie es dann erneut; Ihre Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be read or written. Try again; if it stays, tell your IT support.</source>
        <translation>Der Datenträger dieses Computers konnte nicht gelesen oder beschrieben werden. Versuchen Sie es erneut; wenn es so bleibt, informieren Sie Ihre IT-Betreuung.</translation>
    </message>
    <message>
        <source>The time for reading without the server has run out. Connect to the network and sign in again.</source>
        <translation>Die Zeit zum Lesen ohne Server ist abgelaufen. Verbinden Sie sich mit dem Netzwerk und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>What you may see has changed, so the list is being loaded afresh. Wait a moment.</source>
        <translation>Was Sie sehen dürfen, hat sich geändert. Daher wird die Liste neu geladen. Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain is locked. Unlock it, then try again.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt. Entsperren Sie ihn und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain refused access. Allow Carrel in its settings, then try again.</source>
        <translation>Der Schlüsselbund dieses Computers hat den Zugriff abgewiesen. Erlauben Sie Carrel in seinen Einstellungen und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This computer has no keychain. You can go on online; nothing is kept on this computer.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund. Sie können online weiterarbeiten; auf diesem Computer wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Another keychain is in use than before. Switch back to it, or rebuild the data from the server.</source>
        <translation>Ein anderer Schlüsselbund als zuvor ist in Gebrauch. Wechseln Sie zu dem früheren zurück oder bauen Sie die Daten vom Server neu auf.</translation>
    </message>
    <message>
        <source>The key in this computer&apos;s keychain is damaged. Rebuild the data from the server to go on.</source>
        <translation>Der Schlüssel im Schlüsselbund dieses Computers ist beschädigt. Bauen Sie die Daten vom Server neu auf, um weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1). Try again; if it stays, tell your IT support.</source>
        <translation>Im Programm ist ein Fehler aufgetreten (%1). Versuchen Sie es erneut; wenn es so bleibt, informieren Sie Ihre IT-Betreuung.</translation>
    </message>
    <message>
        <source>It is not known yet whether this was done. Carrel is asking the server; do not do it again.</source>
        <translation>Es ist noch nicht bekannt, ob dies ausgeführt wurde. Carrel fragt den Server; tun Sie es nicht noch einmal.</translation>
    </message>
    <message>
        <source>Too many wrong codes were given for your account, so your authenticator&apos;s codes do not count any more. Ask your clinic&apos;s administrator to set it up anew.</source>
        <translation>Für Ihr Konto wurden zu viele falsche Codes eingegeben, deshalb gelten die Codes Ihrer Authentifizierungs-App nicht mehr. Bitten Sie die Verwaltung Ihrer Klinik, sie neu einzurichten.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n seconds, then try once more.</source>
        <translation>
            <numerusform>Zu viele falsche Versuche. Warten Sie eine Sekunde und versuchen Sie es dann noch einmal.</numerusform>
            <numerusform>Zu viele falsche Versuche. Warten Sie %n Sekunden und versuchen Sie es dann noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy of the clinic&apos;s data on this computer was damaged, so it is loaded again from the server. Wait a moment.</source>
        <translation>Die Kopie der Klinikdaten auf diesem Computer war beschädigt und wird erneut vom Server geladen. Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>The file with what you did and is not sent yet is damaged. Nothing on the server is affected.</source>
        <translation>Die Datei mit dem, was Sie getan haben und was noch nicht gesendet ist, ist beschädigt. Auf dem Server ist nichts betroffen.</translation>
    </message>
    <message>
        <source>The key does not open what is kept on this computer and not sent yet. Sign out and in again; if it stays, call your IT support.</source>
        <translation>Der Schlüssel öffnet nicht, was auf diesem Computer noch ungesendet liegt. Melden Sie sich ab und wieder an; wenn es so bleibt, rufen Sie Ihre IT-Betreuung an.</translation>
    </message>
    <message>
        <source>This computer does not let Carrel write into its own folder. Ask your IT support to allow it.</source>
        <translation>Dieser Computer lässt Carrel nicht in seinen eigenen Ordner schreiben. Bitten Sie Ihre IT-Betreuung, das zu erlauben.</translation>
    </message>
    <message>
        <source>The folder with the data saved on this computer cannot be read. Ask your IT support to give your account access to it, then try again.</source>
        <translation>Der Ordner mit den auf diesem Computer gespeicherten Daten kann nicht gelesen werden. Bitten Sie Ihre IT-Betreuung, Ihrem Konto Zugriff darauf zu geben, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The key to the data saved on this computer was written by another version of Carrel. Ask your IT support to install that version.</source>
        <translation>Der Schlüssel zu den auf diesem Computer gespeicherten Daten wurde von einer anderen Version von Carrel geschrieben. Bitten Sie Ihre IT-Betreuung, diese Version zu installieren.</translation>
    </message>
</context>
<context>
    <name>carrel::kit::SecretEdit</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>carrel::kit::SecretField</name>
    <message>
        <source>Show %1</source>
        <translation>%1 anzeigen</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist aktiv</translation>
    </message>
</context>
<context>
    <name>carrel::operations::BoardModel</name>
    <message>
        <source>Not decided yet</source>
        <translation>Noch nicht entschieden</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Verordnung</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Turnaround</source>
        <translation>Durchlaufzeit</translation>
    </message>
</context>
<context>
    <name>carrel::operations::ClinicCard</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>Oldest waits %1</source>
        <translation>Die älteste wartet seit %1</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>All clinics together</source>
        <translation>Alle Kliniken zusammen</translation>
    </message>
    <message>
        <source>Median turnaround %1</source>
        <translation>Median der Dauer: %1</translation>
    </message>
    <message>
        <source>No order decided yet</source>
        <translation>Noch keine Verordnung entschieden</translation>
    </message>
    <message>
        <source>%1: orders by state</source>
        <translation>%1: Verordnungen nach Zustand</translation>
    </message>
</context>
<context>
    <name>carrel::operations::OperationsPage</name>
    <message>
        <source>Orders by reference</source>
        <translation>Verordnungen nach Kennung</translation>
    </message>
    <message>
        <source>Operations page</source>
        <translation>Seite Betrieb</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Operations board</source>
        <translation>Betriebsübersicht</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Verordnungen</translation>
    </message>
    <message>
        <source>Figures appear here as soon as a clinic submits its first cart.</source>
        <translation>Zahlen erscheinen hier, sobald eine Klinik ihren ersten Warenkorb einreicht.</translation>
    </message>
    <message>
        <source>Board of orders</source>
        <translation>Übersicht der Verordnungen</translation>
    </message>
    <message>
        <source>All clinics</source>
        <translation>Alle Kliniken</translation>
    </message>
    <message>
        <source>Orders by reference: the newest %1</source>
        <translation>Verordnungen nach Kennung: die neuesten %1</translation>
    </message>
    <message>
        <source>Orders by reference: %1</source>
        <translation>Verordnungen nach Kennung: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Noch nicht geladen</translation>
    </message>
</context>
<context>
    <name>carrel::operations::StateBar</name>
    <message>
        <source>No orders</source>
        <translation>Keine Verordnungen</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ChartSummary</name>
    <message>
        <source>Current medication</source>
        <translation>Aktuelle Medikation</translation>
    </message>
    <message>
        <source>Allergies: %1</source>
        <translation>Allergien: %1</translation>
    </message>
    <message>
        <source>None recorded</source>
        <translation>Keine erfasst</translation>
    </message>
    <message>
        <source>Not available on this computer</source>
        <translation>Auf diesem Computer nicht verfügbar</translation>
    </message>
    <message>
        <source>Current medication: %1</source>
        <translation>Aktuelle Medikation: %1</translation>
    </message>
</context>
<context>
    <name>carrel::orders::Content</name>
    <message>
        <source>Drug</source>
        <translation>Arzneimittel</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Darreichungsform</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Einnahmehinweise</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>Refills</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Earliest fill</source>
        <translation>Früheste Abgabe</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Controlled</source>
        <translation>Betäubungsmittel</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>schedule %1</source>
        <translation>Schedule %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Verordnung</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>version %1 of %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Clinic address</source>
        <translation>Anschrift der Klinik</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>Verordnende Person</translation>
    </message>
    <message>
        <source>Prescriber address</source>
        <translation>Anschrift der verordnenden Person</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>DEA</source>
        <translation>DEA</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ContentView</name>
    <message>
        <source>Order to sign</source>
        <translation>Zu signierende Verordnung</translation>
    </message>
    <message>
        <source>Line %1, </source>
        <translation>Position %1, </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Taken out of the order: %1</source>
        <translation>Aus der Verordnung entfernt: %1</translation>
    </message>
</context>
<context>
    <name>carrel::orders::DecisionPanel</name>
    <message>
        <source>A text in this order cannot be encoded, so it cannot be signed. Decline it and ask for a new one.</source>
        <translation>Ein Text in dieser Verordnung kann nicht kodiert werden, daher kann sie nicht signiert werden. Lehnen Sie sie ab und bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Signed, %1. Audit id %2.</source>
        <translation>Signiert, %1. Protokollkennung %2.</translation>
    </message>
    <message>
        <source>The order is being fetched again.</source>
        <translation>Die Verordnung wird erneut abgerufen.</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Declined on this computer. It goes to the server as soon as it answers.</source>
        <translation>Auf diesem Computer abgelehnt. Die Ablehnung geht an den Server, sobald er antwortet.</translation>
    </message>
    <message>
        <source>Declined, %1.</source>
        <translation>Abgelehnt, %1.</translation>
    </message>
    <message>
        <source>Not declined</source>
        <translation>Nicht abgelehnt</translation>
    </message>
    <message>
        <source>Order %1 was not declined. %2</source>
        <translation>Verordnung %1 wurde nicht abgelehnt. %2</translation>
    </message>
    <message>
        <source>Lines shown: %1, lines submitted: %2. They have to be the same, so this order cannot be signed. Decline it and ask for a new one.</source>
        <translation>Angezeigte Positionen: %1, eingereichte Positionen: %2. Sie müssen übereinstimmen, daher kann diese Verordnung nicht signiert werden. Lehnen Sie sie ab und bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>It is not known yet whether order %1, which you left, was signed. Carrel is asking the server. Do not sign it elsewhere.</source>
        <translation>Es ist noch nicht bekannt, ob die Verordnung %1, die Sie verlassen haben, signiert wurde. Carrel fragt den Server. Signieren Sie sie nicht anderswo.</translation>
    </message>
    <message>
        <source>Order %1, which you left, is signed. Audit id %2.</source>
        <translation>Die Verordnung %1, die Sie verlassen haben, ist signiert. Protokollkennung %2.</translation>
    </message>
    <message>
        <source>Order %1, which you left, changed or was decided before your signature arrived. Open it to see how it stands.</source>
        <translation>Die Verordnung %1, die Sie verlassen haben, wurde geändert oder entschieden, bevor Ihre Signatur ankam. Öffnen Sie sie, um ihren Stand zu sehen.</translation>
    </message>
    <message>
        <source>Order %1, which you left, was not signed. %2</source>
        <translation>Die Verordnung %1, die Sie verlassen haben, wurde nicht signiert. %2</translation>
    </message>
</context>
<context>
    <name>carrel::orders::DeclinePanel</name>
    <message>
        <source>Decline order</source>
        <translation>Verordnung ablehnen</translation>
    </message>
    <message>
        <source>Keep the order</source>
        <translation>Verordnung behalten</translation>
    </message>
    <message>
        <source>Decline with a reason</source>
        <translation>Mit Begründung ablehnen</translation>
    </message>
    <message>
        <source>Reason for declining</source>
        <translation>Grund der Ablehnung</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Grund wählen</translation>
    </message>
    <message>
        <source>Note for declining</source>
        <translation>Anmerkung zur Ablehnung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>Wählen Sie einen Grund.</translation>
    </message>
    <message>
        <source>Write a note that says why.</source>
        <translation>Schreiben Sie eine Anmerkung mit der Begründung.</translation>
    </message>
    <message>
        <source>Note (needed)</source>
        <translation>Anmerkung (erforderlich)</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Anmerkung (freiwillig)</translation>
    </message>
    <message numerus="yes">
        <source>The note has %n characters; at most %1 fit.</source>
        <translation>
            <numerusform>Die Anmerkung hat %n Zeichen; höchstens %1 sind möglich.</numerusform>
            <numerusform>Die Anmerkung hat %n Zeichen; höchstens %1 sind möglich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::orders::FieldCell</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>vorher: %1</translation>
    </message>
</context>
<context>
    <name>carrel::orders::OrderDetail</name>
    <message>
        <source>Order as last received</source>
        <translation>Verordnung, wie zuletzt empfangen</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Stand der Bearbeitung</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>Verordnende Person</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>Positionen: %1</translation>
    </message>
    <message>
        <source>refill day %1</source>
        <translation>Tag der Folgeabgabe %1</translation>
    </message>
    <message>
        <source>dispense now</source>
        <translation>sofort abgeben</translation>
    </message>
    <message>
        <source>Line %1: %2, %3</source>
        <translation>Position %1: %2, %3</translation>
    </message>
    <message>
        <source>Your role sees the number of lines only.</source>
        <translation>Ihre Rolle sieht nur die Anzahl der Positionen.</translation>
    </message>
</context>
<context>
    <name>carrel::orders::OrdersPage</name>
    <message>
        <source>Orders page</source>
        <translation>Seite Verordnungen</translation>
    </message>
</context>
<context>
    <name>carrel::orders::QueueModel</name>
    <message>
        <source>Controlled</source>
        <translation>Betäubungsmittel</translation>
    </message>
    <message>
        <source>Holds a controlled medicine</source>
        <translation>Enthält ein Betäubungsmittel</translation>
    </message>
    <message>
        <source>Not controlled</source>
        <translation>Kein Betäubungsmittel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Verordnung</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>carrel::orders::QueueView</name>
    <message>
        <source>Orders</source>
        <translation>Verordnungen</translation>
    </message>
    <message>
        <source>Review order</source>
        <translation>Verordnung prüfen</translation>
    </message>
    <message>
        <source>Show order</source>
        <translation>Verordnung anzeigen</translation>
    </message>
    <message>
        <source>Show orders: %1</source>
        <translation>Verordnungen anzeigen: %1</translation>
    </message>
    <message>
        <source>Awaiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Orders by reference</source>
        <translation>Verordnungen nach Kennung</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Approval queue: %1 waiting</source>
        <translation>Freigabeliste: %1 wartend</translation>
    </message>
    <message>
        <source>Orders: %1</source>
        <translation>Verordnungen: %1</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Nichts wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Orders appear here as soon as a cart is submitted.</source>
        <translation>Verordnungen erscheinen hier, sobald ein Warenkorb eingereicht wird.</translation>
    </message>
    <message>
        <source>No orders in this state</source>
        <translation>Keine Verordnungen in diesem Zustand</translation>
    </message>
    <message>
        <source>Choose another state above, or another clinic.</source>
        <translation>Wählen Sie oben einen anderen Zustand oder eine andere Klinik.</translation>
    </message>
    <message>
        <source>Sorted by waiting time, oldest first.</source>
        <translation>Nach Wartezeit sortiert, älteste zuerst.</translation>
    </message>
    <message>
        <source>Sorted by submission, newest first.</source>
        <translation>Nach Einreichung sortiert, neueste zuerst.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ResultPanel</name>
    <message>
        <source>Next order</source>
        <translation>Nächste Verordnung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ReviewFrame</name>
    <message>
        <source>Order on screen</source>
        <translation>Verordnung auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ReviewView</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Skip to next</source>
        <translation>Zur nächsten springen</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>This order stays closed because the access could not be recorded. %1</source>
        <translation>Diese Verordnung bleibt geschlossen, weil der Zugriff nicht protokolliert werden konnte. %1</translation>
    </message>
    <message>
        <source>Opening the order…</source>
        <translation>Die Verordnung wird geöffnet …</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Verordnung</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Verordnung %1</translation>
    </message>
    <message>
        <source>This order changed after it was shown to you, so nothing was signed. What changed is marked. Review it again before you sign.</source>
        <translation>Diese Verordnung hat sich geändert, nachdem sie Ihnen angezeigt wurde, daher wurde nichts signiert. Die Änderungen sind gekennzeichnet. Prüfen Sie sie erneut, bevor Sie signieren.</translation>
    </message>
    <message>
        <source>This is the order as of %1, kept on this computer.</source>
        <translation>Dies ist die Verordnung mit Stand %1, wie auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>This is the order as kept on this computer.</source>
        <translation>Dies ist die Verordnung, wie sie auf diesem Computer aufbewahrt ist.</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>This order was decided before your signature arrived. You did not sign it.</source>
        <translation>Diese Verordnung wurde entschieden, bevor Ihre Signatur ankam. Sie haben sie nicht signiert.</translation>
    </message>
    <message>
        <source>This order was decided meanwhile.</source>
        <translation>Diese Verordnung wurde inzwischen entschieden.</translation>
    </message>
</context>
<context>
    <name>carrel::orders::SignPanel</name>
    <message>
        <source>Sign and send</source>
        <translation>Signieren und senden</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Sign this order</source>
        <translation>Diese Verordnung signieren</translation>
    </message>
    <message>
        <source>Password for signing</source>
        <translation>Passwort zum Signieren</translation>
    </message>
    <message>
        <source>Six-digit code for signing</source>
        <translation>Sechsstelliger Code zum Signieren</translation>
    </message>
    <message>
        <source>Signs exactly what is shown (Alt+S goes to the password)</source>
        <translation>Signiert genau das, was angezeigt wird (Alt+S führt zum Passwort)</translation>
    </message>
    <message>
        <source>Decline this order</source>
        <translation>Diese Verordnung ablehnen</translation>
    </message>
    <message>
        <source>Alt+D</source>
        <translation>Alt+D</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Ihr Passwort</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>Fingerprint of what is shown: %1</source>
        <translation>Fingerabdruck des Angezeigten: %1</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Wird signiert …</translation>
    </message>
</context>
<context>
    <name>carrel::orders::Text</name>
    <message>
        <source>Too many wrong tries. Nothing was signed. Wait half a minute, then try once more.</source>
        <translation>Zu viele falsche Versuche. Es wurde nichts signiert. Warten Sie eine halbe Minute und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Signing needs the server. You can read; sign when Carrel is online again.</source>
        <translation>Zum Signieren wird der Server benötigt. Sie können lesen; signieren Sie, wenn Carrel wieder online ist.</translation>
    </message>
    <message>
        <source>That password is wrong. Nothing was signed. Type your password and a code again.</source>
        <translation>Dieses Passwort ist falsch. Es wurde nichts signiert. Geben Sie Ihr Passwort und einen Code erneut ein.</translation>
    </message>
    <message>
        <source>That code is wrong. Nothing was signed. Type your password and the code that your authenticator shows now.</source>
        <translation>Dieser Code ist falsch. Es wurde nichts signiert. Geben Sie Ihr Passwort und den Code ein, den Ihre Authentifizierungs-App jetzt anzeigt.</translation>
    </message>
    <message>
        <source>That code was used already. Nothing was signed. Wait for the next code.</source>
        <translation>Dieser Code wurde bereits verwendet. Es wurde nichts signiert. Warten Sie auf den nächsten Code.</translation>
    </message>
    <message>
        <source>You may not sign this order. Signing needs your NPI, a DEA number if a line is a controlled medicine, and this clinic; ask your administrator.</source>
        <translation>Sie dürfen diese Verordnung nicht signieren. Zum Signieren sind Ihre NPI, bei Betäubungsmitteln eine DEA-Nummer und diese Klinik nötig; fragen Sie Ihre Verwaltung.</translation>
    </message>
    <message>
        <source>Signing needs the server, which could not prove that it is your clinic&apos;s. You can read; call your IT support.</source>
        <translation>Zum Signieren wird der Server benötigt, und dieser konnte nicht nachweisen, dass er zu Ihrer Klinik gehört. Sie können lesen; rufen Sie Ihre IT-Betreuung an.</translation>
    </message>
    <message>
        <source>The server could not prove that it is your clinic&apos;s: call your IT support.</source>
        <translation>Der Server konnte nicht nachweisen, dass er zu Ihrer Klinik gehört: Rufen Sie Ihre IT-Betreuung an.</translation>
    </message>
    <message>
        <source>It is not known yet whether this order was signed. Carrel is asking the server. Do not sign it elsewhere.</source>
        <translation>Es ist noch nicht bekannt, ob diese Verordnung signiert wurde. Carrel fragt den Server. Signieren Sie sie nicht anderswo.</translation>
    </message>
    <message>
        <source>It is not known whether this order was signed. Carrel asks the server again when you next sign in. Do not sign it elsewhere.</source>
        <translation>Es ist nicht bekannt, ob diese Verordnung signiert wurde. Carrel fragt den Server erneut, wenn Sie sich das nächste Mal anmelden. Signieren Sie sie nicht anderswo.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>The server says that this order is not signed: your signature did not arrive. Type your password and a new code to sign it.</source>
        <translation>Der Server meldet, dass diese Verordnung nicht signiert ist: Ihre Signatur ist nicht angekommen. Geben Sie Ihr Passwort und einen neuen Code ein, um sie zu signieren.</translation>
    </message>
    <message>
        <source>This order has not as many lines as were submitted, so the server refused it. Nothing was signed. Decline it and ask for a new one.</source>
        <translation>Diese Verordnung hat nicht so viele Positionen, wie eingereicht wurden, daher hat der Server sie abgewiesen. Es wurde nichts signiert. Lehnen Sie sie ab und bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>Es wurde nichts signiert.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Nothing was signed. Try again in %n seconds.</source>
        <translation>
            <numerusform>Zu viele falsche Versuche. Es wurde nichts signiert. Versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Zu viele falsche Versuche. Es wurde nichts signiert. Versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::patients::AppointmentSection</name>
    <message>
        <source>Check in</source>
        <translation>Ankunft erfassen</translation>
    </message>
    <message>
        <source>Today&apos;s appointment</source>
        <translation>Heutiger Termin</translation>
    </message>
    <message>
        <source>None today.</source>
        <translation>Heute keiner.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>carrel::patients::ChartSection</name>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Current medication</source>
        <translation>Aktuelle Medikation</translation>
    </message>
    <message>
        <source>DOSE %1</source>
        <translation>DOSIS %1</translation>
    </message>
    <message>
        <source>Medication list unavailable.</source>
        <translation>Medikationsliste nicht verfügbar.</translation>
    </message>
    <message>
        <source>No current medication recorded.</source>
        <translation>Keine aktuelle Medikation erfasst.</translation>
    </message>
</context>
<context>
    <name>carrel::patients::NameDelegate</name>
    <message>
        <source>Namesake, born the same day</source>
        <translation>Gleicher Name, am selben Tag geboren</translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientCard</name>
    <message>
        <source>Back to search</source>
        <translation>Zurück zur Suche</translation>
    </message>
    <message>
        <source>New cart</source>
        <translation>Neuer Warenkorb</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>No phone number recorded</source>
        <translation>Keine Telefonnummer erfasst</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>Telefon %1</translation>
    </message>
    <message>
        <source>No e-mail address recorded</source>
        <translation>Keine E-Mail-Adresse erfasst</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>E-Mail %1</translation>
    </message>
    <message>
        <source>Clinic %1</source>
        <translation>Klinik %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Behandelnde Person: %1</translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientSearch</name>
    <message>
        <source>Find a patient</source>
        <translation>Patientensuche</translation>
    </message>
    <message>
        <source>Name, birth date, phone or reference</source>
        <translation>Name, Geburtsdatum, Telefon oder Kennung</translation>
    </message>
    <message>
        <source>Reference, such as PT-7F3A4B</source>
        <translation>Kennung, zum Beispiel PT-7F3A4B</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>Gefundene Patienten</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>your clinics</source>
        <translation>Ihren Kliniken</translation>
    </message>
    <message>
        <source>Type a name, a birth date such as 09-Mar-1987, a phone number or a reference.</source>
        <translation>Geben Sie einen Namen, ein Geburtsdatum wie 09-Mar-1987, eine Telefonnummer oder eine Kennung ein.</translation>
    </message>
    <message>
        <source>Your role works with references: type one, such as PT-7F3A4B. Names, birth dates and phone numbers are not shown to you.</source>
        <translation>Ihre Rolle arbeitet mit Kennungen: Geben Sie eine ein, zum Beispiel PT-7F3A4B. Namen, Geburtsdaten und Telefonnummern werden Ihnen nicht angezeigt.</translation>
    </message>
    <message>
        <source>The search was not done because it could not be recorded. Try again; if it stays, tell your IT support.</source>
        <translation>Die Suche wurde nicht ausgeführt, weil sie nicht protokolliert werden konnte. Versuchen Sie es erneut; wenn es so bleibt, informieren Sie Ihre IT-Betreuung.</translation>
    </message>
    <message>
        <source>No patient matches “%1” in %2.</source>
        <translation>Niemand passt zu „%1“ in %2.</translation>
    </message>
    <message>
        <source>Check the spelling, or search by birth date.</source>
        <translation>Prüfen Sie die Schreibweise oder suchen Sie nach dem Geburtsdatum.</translation>
    </message>
    <message>
        <source>Check the reference: PT- and six letters or digits.</source>
        <translation>Prüfen Sie die Kennung: PT- und sechs Buchstaben oder Ziffern.</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1 in %2.</translation>
    </message>
    <message>
        <source>%1 Choose one with the arrow keys, then press Enter.</source>
        <translation>%1 Wählen Sie mit den Pfeiltasten aus und drücken Sie dann die Eingabetaste.</translation>
    </message>
    <message>
        <source>Searching what this computer knew at %1. New patients may be missing.</source>
        <translation>Gesucht wird in dem, was diesem Computer um %1 bekannt war. Neue Patienten können fehlen.</translation>
    </message>
    <message>
        <source>Nothing has been loaded onto this computer yet.</source>
        <translation>Auf diesen Computer wurde noch nichts geladen.</translation>
    </message>
    <message>
        <source>Offline: searching what this computer knew at %1. New patients may be missing.</source>
        <translation>Offline: Gesucht wird in dem, was diesem Computer um %1 bekannt war. Neue Patienten können fehlen.</translation>
    </message>
    <message>
        <source>Offline: nothing has been loaded onto this computer yet.</source>
        <translation>Offline: Auf diesen Computer wurde noch nichts geladen.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n patients match</source>
        <translation>
            <numerusform>Mehr als %n Patient passt</numerusform>
            <numerusform>Mehr als %n Patienten passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patients match</source>
        <translation>
            <numerusform>%n Patient passt</numerusform>
            <numerusform>%n Patienten passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientTableModel</name>
    <message>
        <source>Same name and birth date as another patient: check a second identifier</source>
        <translation>Gleicher Name und gleiches Geburtsdatum wie eine andere Person: Prüfen Sie ein zweites Merkmal</translation>
    </message>
    <message>
        <source>Name not shown</source>
        <translation>Name wird nicht angezeigt</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht erfasst</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>Geboren am %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Behandelnde Person</translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>This patient is no longer among those you may see. Search again, or ask your manager.</source>
        <translation>Diese Person gehört nicht mehr zu denen, die Sie sehen dürfen. Suchen Sie erneut oder fragen Sie Ihre Leitung.</translation>
    </message>
    <message>
        <source>The card was not opened because the view could not be recorded. Try again; if it stays, tell your IT support.</source>
        <translation>Die Karte wurde nicht geöffnet, weil die Einsicht nicht protokolliert werden konnte. Versuchen Sie es erneut; wenn es so bleibt, informieren Sie Ihre IT-Betreuung.</translation>
    </message>
    <message>
        <source>Opening the patient’s card…</source>
        <translation>Die Patientenkarte wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>carrel::patients::WorkSection</name>
    <message>
        <source>Carts</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Verordnungen</translation>
    </message>
    <message>
        <source>Cart %1</source>
        <translation>Warenkorb %1</translation>
    </message>
    <message>
        <source>%1, changed %2 ago</source>
        <translation>%1, letzte Änderung %2 her</translation>
    </message>
    <message>
        <source>Open cart %1</source>
        <translation>Warenkorb %1 öffnen</translation>
    </message>
    <message>
        <source>No carts yet.</source>
        <translation>Noch keine Warenkörbe.</translation>
    </message>
    <message>
        <source>%1, submitted %2</source>
        <translation>%1, eingereicht %2</translation>
    </message>
    <message>
        <source>Open order %1</source>
        <translation>Verordnung %1 öffnen</translation>
    </message>
    <message>
        <source>No orders yet.</source>
        <translation>Noch keine Verordnungen.</translation>
    </message>
    <message>
        <source>Showing the newest %1.</source>
        <translation>Die neuesten %1 werden angezeigt.</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Verordnung öffnen</translation>
    </message>
    <message>
        <source>Open cart</source>
        <translation>Warenkorb öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Position</numerusform>
            <numerusform>%n Positionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::schedule::AppointmentModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Behandelnde Person</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>carrel::schedule::SchedulePage</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Terminplan</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Vorheriger Tag</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
    <message>
        <source>Show states</source>
        <translation>Zustände anzeigen</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>None in this state</source>
        <translation>Keine in diesem Zustand</translation>
    </message>
    <message>
        <source>Choose “All states” to see the others.</source>
        <translation>Wählen Sie „Alle Zustände“, um die anderen zu sehen.</translation>
    </message>
    <message>
        <source>The schedule is not loaded yet</source>
        <translation>Der Terminplan ist noch nicht geladen</translation>
    </message>
    <message>
        <source>It appears here as soon as the clinic&apos;s server has sent it.</source>
        <translation>Er erscheint hier, sobald der Server der Klinik ihn gesendet hat.</translation>
    </message>
    <message>
        <source>No appointments on this day</source>
        <translation>Keine Termine an diesem Tag</translation>
    </message>
    <message>
        <source>Choose another day, or another clinic at the top.</source>
        <translation>Wählen Sie einen anderen Tag oder oben eine andere Klinik.</translation>
    </message>
</context>
<context>
    <name>carrel::schedule::VisitCard</name>
    <message>
        <source>No appointment chosen</source>
        <translation>Kein Termin gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list to see who it is and check them in.</source>
        <translation>Wählen Sie einen in der Liste, um zu sehen, wer es ist, und die Ankunft zu erfassen.</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>You work with references here. Showing the name is recorded with your name and the purpose check-in; it hides again after 60 seconds.</source>
        <translation>Sie arbeiten hier mit Kennungen. Das Anzeigen des Namens wird mit Ihrem Namen und dem Zweck Ankunft protokolliert; nach 60 Sekunden wird er wieder verborgen.</translation>
    </message>
    <message>
        <source>Reveal name for check-in</source>
        <translation>Namen zum Erfassen der Ankunft anzeigen</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Ankunft erfassen</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Patienten öffnen</translation>
    </message>
    <message>
        <source>Start cart</source>
        <translation>Warenkorb beginnen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 min
%4</source>
        <translation>%1 · %2 · %3 min
%4</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::BrandPanel</name>
    <message>
        <source>Carrel, product mark</source>
        <translation>Carrel, Produktzeichen</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>The clinic workstation</source>
        <translation>Der Arbeitsplatz für die Klinik</translation>
    </message>
    <message>
        <source>What is kept on this computer is encrypted and opens only for you.</source>
        <translation>Was auf diesem Computer aufbewahrt wird, ist verschlüsselt und öffnet sich nur für Sie.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::CodePage</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto verwenden</translation>
    </message>
    <message>
        <source>Open your authenticator app and type the six digits that it shows for Carrel.</source>
        <translation>Öffnen Sie Ihre Authentifizierungs-App und geben Sie die sechs Ziffern ein, die sie für Carrel anzeigt.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::CredentialsPage</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>name@clinic.example</source>
        <translation>name@clinic.example</translation>
    </message>
    <message>
        <source>Use the account that your clinic gave you.</source>
        <translation>Verwenden Sie das Konto, das Sie von Ihrer Klinik erhalten haben.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::KeychainPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go on without saving on this computer</source>
        <translation>Weiterarbeiten, ohne auf diesem Computer zu speichern</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>Anmeldung abbrechen</translation>
    </message>
    <message>
        <source>Your password, for whichever way you choose</source>
        <translation>Ihr Passwort, gleich welchen Weg Sie wählen</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort erneut</translation>
    </message>
    <message>
        <source>The password is wrong. Check Caps Lock and type it again.</source>
        <translation>Das Passwort ist falsch. Prüfen Sie die Feststelltaste und geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>Your earlier password, the one before the change</source>
        <translation>Ihr früheres Passwort, das vor der Änderung galt</translation>
    </message>
    <message>
        <source>Earlier password</source>
        <translation>Früheres Passwort</translation>
    </message>
    <message>
        <source>Open with the earlier password</source>
        <translation>Mit dem früheren Passwort öffnen</translation>
    </message>
    <message>
        <source>Set the copy aside…</source>
        <translation>Kopie beiseitelegen …</translation>
    </message>
    <message>
        <source>Set aside and start</source>
        <translation>Beiseitelegen und beginnen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Unverändert lassen</translation>
    </message>
    <message>
        <source>The copy stays on this computer, with what was entered here and not yet sent to the clinic’s server, but Carrel no longer uses or sends any of it. Everything else is loaded again. Tell IT if something was not sent.</source>
        <translation>Die Kopie bleibt auf diesem Computer, mit allem, was hier eingegeben und noch nicht an den Server der Klinik gesendet wurde. Carrel verwendet und sendet davon aber nichts mehr. Alles andere wird neu geladen. Informieren Sie die IT, falls etwas noch nicht gesendet war.</translation>
    </message>
    <message>
        <source>This earlier password does not open the saved copy. Check Caps Lock and type it again, or try the one before it.</source>
        <translation>Dieses frühere Passwort öffnet die gespeicherte Kopie nicht. Prüfen Sie die Feststelltaste und geben Sie es erneut ein, oder versuchen Sie das davor.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::KeychainText</name>
    <message>
        <source>Your keychain is locked</source>
        <translation>Ihr Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Half of the key to the copy saved on this computer lies in the keychain of the operating system, and that is locked. Unlock it in the window that asks for its password, then try again.</source>
        <translation>Die Hälfte des Schlüssels zu der auf diesem Computer gespeicherten Kopie liegt im Schlüsselbund des Betriebssystems, und dieser ist gesperrt. Entsperren Sie ihn in dem Fenster, das nach seinem Passwort fragt, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Your keychain refused Carrel</source>
        <translation>Ihr Schlüsselbund hat Carrel abgewiesen</translation>
    </message>
    <message>
        <source>The keychain answered that Carrel may not read its entry. Allow Carrel in the keychain’s settings, then try again. Nothing that is saved was changed.</source>
        <translation>Der Schlüsselbund hat geantwortet, dass Carrel seinen Eintrag nicht lesen darf. Erlauben Sie Carrel in den Einstellungen des Schlüsselbunds und versuchen Sie es dann erneut. Nichts Gespeichertes wurde geändert.</translation>
    </message>
    <message>
        <source>This computer has no keychain</source>
        <translation>Dieser Computer hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>No keychain service is running, so Carrel has no safe place for its half of the key and saves nothing here. Ask IT to start the keychain service (on Linux the Secret Service), then try again.</source>
        <translation>Es läuft kein Schlüsselbunddienst. Daher hat Carrel keinen sicheren Ort für seine Hälfte des Schlüssels und speichert hier nichts. Bitten Sie die IT, den Schlüsselbunddienst zu starten (unter Linux den Secret Service), und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Another keychain than before</source>
        <translation>Ein anderer Schlüsselbund als zuvor</translation>
    </message>
    <message>
        <source>The saved key is damaged</source>
        <translation>Der gespeicherte Schlüssel ist beschädigt</translation>
    </message>
    <message>
        <source>Your password has changed</source>
        <translation>Ihr Passwort hat sich geändert</translation>
    </message>
    <message>
        <source>The saved copy cannot be opened</source>
        <translation>Die gespeicherte Kopie kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The copy of the clinic’s data on this computer is damaged or cannot be read. It was left as it is, and nothing on the clinic’s server is affected. You can work without it now; ask IT to remove it (carrelctl purge), so that it is loaded afresh.</source>
        <translation>Die Kopie der Klinikdaten auf diesem Computer ist beschädigt oder nicht lesbar. Sie wurde unverändert gelassen, und auf dem Server der Klinik ist nichts betroffen. Sie können jetzt ohne sie arbeiten; bitten Sie die IT, sie zu entfernen (carrelctl purge), damit sie neu geladen wird.</translation>
    </message>
    <message>
        <source>The key to the saved copy lies in another keychain than the one that is running now. Start the earlier one and try again, or set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>Der Schlüssel zur gespeicherten Kopie liegt in einem anderen Schlüsselbund als dem, der jetzt läuft. Starten Sie den früheren und versuchen Sie es erneut, oder legen Sie die Kopie beiseite: Sie bleibt erhalten, und eine neue wird vom Server der Klinik geladen.</translation>
    </message>
    <message>
        <source>The key file on this computer or its keychain entry is missing or was altered, so the saved copy cannot be opened. Tell IT if this comes as a surprise. You can set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>Die Schlüsseldatei auf diesem Computer oder ihr Eintrag im Schlüsselbund fehlt oder wurde verändert. Daher kann die gespeicherte Kopie nicht geöffnet werden. Informieren Sie die IT, falls Sie das überrascht. Sie können die Kopie beiseitelegen: Sie bleibt erhalten, und eine neue wird vom Server der Klinik geladen.</translation>
    </message>
    <message>
        <source>The copy saved on this computer was closed with your earlier password, and the new one does not open it. Give the earlier one once when you sign in: nothing is lost, and from then on the new one opens it. If you no longer know it, you can set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>Die auf diesem Computer gespeicherte Kopie wurde mit Ihrem früheren Passwort verschlossen, und das neue öffnet sie nicht. Geben Sie das frühere einmal bei der Anmeldung an: Nichts geht verloren, und von da an öffnet das neue die Kopie. Wenn Sie es nicht mehr wissen, können Sie die Kopie beiseitelegen: Sie bleibt erhalten, und eine neue wird vom Server der Klinik geladen.</translation>
    </message>
    <message>
        <source>The folder of your saved copy cannot be read</source>
        <translation>Der Ordner Ihrer gespeicherten Kopie kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The copy of the clinic’s data may well be on this computer, but Carrel cannot look into its folder: the disk may be away, or your account may not open it. Nothing was changed. Connect the disk or ask IT to give your account access to the folder, then try again.</source>
        <translation>Die Kopie der Klinikdaten liegt möglicherweise auf diesem Computer, aber Carrel kann nicht in ihren Ordner sehen: Vielleicht fehlt der Datenträger, oder Ihr Konto darf den Ordner nicht öffnen. Nichts wurde geändert. Schließen Sie den Datenträger an oder bitten Sie die IT, Ihrem Konto Zugriff auf den Ordner zu geben, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The saved key is of another version</source>
        <translation>Der gespeicherte Schlüssel stammt von einer anderen Version</translation>
    </message>
    <message>
        <source>The key to the copy saved on this computer was written by another version of Carrel, and this one cannot read it. It was left as it is. Ask IT to install that version, or set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>Der Schlüssel zu der auf diesem Computer gespeicherten Kopie wurde von einer anderen Version von Carrel geschrieben, und diese kann ihn nicht lesen. Er wurde unverändert gelassen. Bitten Sie die IT, jene Version zu installieren, oder legen Sie die Kopie beiseite: Sie bleibt erhalten, und eine neue wird vom Server der Klinik geladen.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::LockNotice</name>
    <message>
        <source>You locked, %1</source>
        <translation>Von Ihnen gesperrt, %1</translation>
    </message>
    <message>
        <source>Locked together with this computer’s screen, %1</source>
        <translation>Zusammen mit dem Bildschirm dieses Computers gesperrt, %1</translation>
    </message>
    <message>
        <source>Locked because this computer went to sleep, %1</source>
        <translation>Gesperrt, weil dieser Computer in den Ruhezustand gegangen ist, %1</translation>
    </message>
    <message>
        <source>Locked because another person used this computer, %1</source>
        <translation>Gesperrt, weil eine andere Person diesen Computer verwendet hat, %1</translation>
    </message>
    <message>
        <source>Locked by the clinic’s server, %1</source>
        <translation>Vom Server der Klinik gesperrt, %1</translation>
    </message>
    <message>
        <source>The workstation stopped unexpectedly, %1; nothing was lost</source>
        <translation>Der Arbeitsplatz ist unerwartet stehen geblieben, %1; nichts ging verloren</translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n minutes without activity, %1</source>
        <translation>
            <numerusform>Nach einer Minute ohne Aktivität gesperrt, %1</numerusform>
            <numerusform>Nach %n Minuten ohne Aktivität gesperrt, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n seconds without activity, %1</source>
        <translation>
            <numerusform>Nach einer Sekunde ohne Aktivität gesperrt, %1</numerusform>
            <numerusform>Nach %n Sekunden ohne Aktivität gesperrt, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::LockScreen</name>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>The password is wrong. Check Caps Lock and type it again.</source>
        <translation>Das Passwort ist falsch. Prüfen Sie die Feststelltaste und geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Go on without saving on this computer</source>
        <translation>Weiterarbeiten, ohne auf diesem Computer zu speichern</translation>
    </message>
    <message>
        <source>Sign in as someone else</source>
        <translation>Als andere Person anmelden</translation>
    </message>
    <message>
        <source>Carrel – locked</source>
        <translation>Carrel – gesperrt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Unlocking was interrupted, so it starts again.</source>
        <translation>Das Entsperren wurde unterbrochen und beginnt deshalb von vorn.</translation>
    </message>
    <message numerus="yes">
        <source>The password is wrong. After %n more wrong tries you have to sign in again.</source>
        <translation>
            <numerusform>Das Passwort ist falsch. Nach einem weiteren falschen Versuch müssen Sie sich neu anmelden.</numerusform>
            <numerusform>Das Passwort ist falsch. Nach %n weiteren falschen Versuchen müssen Sie sich neu anmelden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::OpeningPage</name>
    <message>
        <source>The copy saved on this computer is being unlocked.</source>
        <translation>Die auf diesem Computer gespeicherte Kopie wird entsperrt.</translation>
    </message>
    <message>
        <source>Opening your workspace…</source>
        <translation>Ihr Arbeitsbereich wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::ProblemWindow</name>
    <message>
        <source>Carrel – cannot start</source>
        <translation>Carrel – Start nicht möglich</translation>
    </message>
    <message>
        <source>For IT</source>
        <translation>Für die IT</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::ProgressLine</name>
    <message>
        <source>In progress</source>
        <translation>Vorgang läuft</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::SignInErrors</name>
    <message>
        <source>The clinic&apos;s server does not answer. Check the network connection and try again in a moment; if it stays, call your IT support.</source>
        <translation>Der Server der Klinik antwortet nicht. Prüfen Sie die Netzwerkverbindung und versuchen Sie es gleich noch einmal; wenn es so bleibt, rufen Sie Ihre IT-Betreuung an.</translation>
    </message>
    <message>
        <source>This sign-in took too long and has ended. Start again with your password.</source>
        <translation>Diese Anmeldung hat zu lange gedauert und wurde beendet. Beginnen Sie neu mit Ihrem Passwort.</translation>
    </message>
    <message>
        <source>This account may not use the workstation. Ask your clinic&apos;s administrator.</source>
        <translation>Dieses Konto darf den Arbeitsplatz nicht verwenden. Fragen Sie die Verwaltung Ihrer Klinik.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::SignInWindow</name>
    <message>
        <source>Carrel – sign in</source>
        <translation>Carrel – Anmeldung</translation>
    </message>
    <message>
        <source>Signing in was interrupted, so it starts again.</source>
        <translation>Die Anmeldung wurde unterbrochen und beginnt deshalb von vorn.</translation>
    </message>
</context>
<context>
    <name>carrel::work::CheckIn</name>
    <message>
        <source>Checked in. The server will confirm as soon as it answers.</source>
        <translation>Ankunft erfasst. Der Server bestätigt, sobald er antwortet.</translation>
    </message>
    <message>
        <source>Checked in and confirmed by the server.</source>
        <translation>Ankunft erfasst und vom Server bestätigt.</translation>
    </message>
</context>
<context>
    <name>carrel::workspace::Pages</name>
    <message>
        <source>Schedule</source>
        <translation>Terminplan</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Verordnungen</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
</context>
<context>
    <name>carrel::workspace::Workspace</name>
    <message>
        <source>Nothing is kept on this computer: it has no usable keychain. What you do is sent at once; a lock forgets what was not sent.</source>
        <translation>Auf diesem Computer wird nichts aufbewahrt: Er hat keinen brauchbaren Schlüsselbund. Was Sie tun, wird sofort gesendet; eine Sperre vergisst, was nicht gesendet wurde.</translation>
    </message>
    <message>
        <source>The server does not accept this computer&apos;s record of what was done. The record is kept here, and you can go on working. Call your IT support.</source>
        <translation>Der Server nimmt das Protokoll dieses Computers über das, was getan wurde, nicht an. Es wird hier aufbewahrt, und Sie können weiterarbeiten. Rufen Sie Ihre IT-Betreuung an.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent action(s) kept.</source>
        <translation>
            <numerusform>%n nicht gesendeter Vorgang wurde behalten.</numerusform>
            <numerusform>%n nicht gesendete Vorgänge wurden behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) kept.</source>
        <translation>
            <numerusform>%n Entwurf wurde behalten.</numerusform>
            <numerusform>%n Entwürfe wurden behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be read.</source>
        <translation>
            <numerusform>%n Eintrag konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Einträge konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check today&apos;s work. The damaged file stays on this computer.</source>
        <translation>Prüfen Sie Ihre heutige Arbeit. Die beschädigte Datei bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>An older copy of what was not sent from this computer was put back, so actions may be missing. Check your work of today, and call your IT support.</source>
        <translation>Eine ältere Kopie dessen, was von diesem Computer nicht gesendet war, wurde zurückgespielt; es können Vorgänge fehlen. Prüfen Sie Ihre heutige Arbeit und rufen Sie Ihre IT-Betreuung an.</translation>
    </message>
</context>
</TS>
