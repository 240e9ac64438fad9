<?php
// Ask sabre/vobject for the dates of a calendar: JSON, as read.py writes it.
//
//     php read.php AUTOLOAD FIRST AFTER FILE…
error_reporting(E_ERROR);
date_default_timezone_set('Europe/Paris');
[, $autoload, $first, $after] = $argv;
require $autoload;
foreach (array_slice($argv, 4) as $file) {
    $calendar = Sabre\VObject\Reader::read(file_get_contents($file));
    $expanded = $calendar->expand(new DateTime("$first 00:00 UTC"), new DateTime("$after 00:00 UTC"));
    $found = [];
    foreach (($expanded ?? $calendar)->select('VEVENT') as $one) {
        $isDay = !$one->DTSTART->hasTime();
        $start = $one->DTSTART->getDateTime();
        if (isset($one->DTEND)) {
            $end = $one->DTEND->getDateTime();
        } else {
            $end = (clone $start)->add(Sabre\VObject\DateTimeParser::parse((string) $one->DURATION));
        }
        $found[] = [told($start, $isDay), told($isDay ? (clone $end)->modify('-1 day') : $end, $isDay), text($one->SUMMARY), text($one->LOCATION)];
    }
    $found = array_values(array_filter($found, fn ($one) => $first <= $one[0] && $one[0] < $after));
    sort($found);
    echo json_encode($found), "\n";
}

function told($moment, bool $isDay): string
{
    return $isDay ? $moment->format('Y-m-d') : gmdate('Y-m-d\TH:i\Z', $moment->getTimestamp());
}

/** Version 2 leaves the backslashes of a text to whoever shows it. */
function text($property): string
{
    return str_replace(['\\,', '\\;', '\\n'], [',', ';', "\n"], (string) $property);
}
