"""Events: what authors write under ``event:`` becomes dates, in calendars that readers follow."""
