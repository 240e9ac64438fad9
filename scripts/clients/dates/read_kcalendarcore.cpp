// Ask KCalendarCore (KOrganizer, Merkuro, Plasma) for the dates of a calendar: JSON, as read.py writes it.
//
//     read_kcalendarcore FIRST AFTER FILE…
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/OccurrenceIterator>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

static QString told(const QDateTime &moment, bool isDay)
{
    return isDay ? moment.date().toString(Qt::ISODate) : moment.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm'Z'"));
}

int main(int argc, char **argv)
{
    qputenv("TZ", "Europe/Paris");
    QCoreApplication application(argc, argv);
    const QStringList given = application.arguments().mid(1);
    const QDateTime first(QDate::fromString(given[0], Qt::ISODate), QTime(0, 0), Qt::UTC);
    const QDateTime after(QDate::fromString(given[1], Qt::ISODate), QTime(0, 0), Qt::UTC);
    QTextStream out(stdout);
    for (const QString &file : given.mid(2)) {
        KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone("Europe/Paris")));
        KCalendarCore::ICalFormat format;
        format.load(calendar, file);
        QJsonArray found;
        KCalendarCore::OccurrenceIterator dates(*calendar, first, after);
        while (dates.hasNext()) {
            dates.next();
            const auto one = dates.incidence();
            const QString start = told(dates.occurrenceStartDate(), one->allDay());
            if (start < given[0] || start >= given[1]) {
                continue;
            }
            // The end of a whole day is its own last one.
            found.append(QJsonArray{start, told(dates.occurrenceEndDate(), one->allDay()), one->summary(), one->location()});
        }
        out << QJsonDocument(found).toJson(QJsonDocument::Compact) << "\n";
    }
}
