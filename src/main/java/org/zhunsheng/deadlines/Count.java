package org.zhunsheng.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.policy.Deadline;
import org.zhunsheng.policy.Deadline.Roll;
import org.zhunsheng.policy.Policy.Text;

/** A period counted from its start: where it ends by the numbers, where after days off, and each step of it in words. */
record Count(int number, LocalDate nominalDay, LocalDate day, List<Text> arithmetic) {

    /** More days than a reader would check one by one are not listed. */
    private static final int LISTED = 15;

    static Count of(Deadline deadline, int number, LocalDate start, WorkingDays calendar) {
        List<Text> steps = new ArrayList<>();
        boolean counts = deadline.startCounts();
        steps.add(switch (deadline.unit()) {
            case MONTHS, YEARS -> new Text("自 " + start + " 起算，取对应日（民法典第201条、第202条）",
                    "from " + start + ", to the corresponding day (Civil Code, articles 201 and 202)");
            case CALENDAR_YEARS -> new Text("按公历年计，" + (counts ? start.getYear() + " 年算第一年" : "从 " + start.getYear() + " 年的次年数起"),
                    "by calendar years, the first of which is " + (start.getYear() + (counts ? 0 : 1)));
            default -> new Text("自 " + start + " 起算，" + (counts ? "当天计入" : "当天不计入（民法典第201条）"),
                    "from " + start + ", which " + (counts ? "counts" : "does not count (Civil Code, article 201)"));
        });
        LocalDate end = end(deadline, number, start, calendar, steps);
        LocalDate nominal = end.plusDays(deadline.shiftDays());
        if (deadline.shiftDays() != 0) {
            int days = Math.abs(deadline.shiftDays());
            boolean later = deadline.shiftDays() > 0;
            steps.add(new Text("按所选口径" + (later ? "推后 " : "提前 ") + days + " 天：" + nominal,
                    days + (days == 1 ? " day " : " days ") + (later ? "later" : "earlier") + " under the reading chosen: " + nominal));
        }
        LocalDate day = rolled(deadline.roll(), nominal, calendar, steps);
        if (deadline.bars()) {
            steps.add(new Text(day + " 仍受限，" + day.plusDays(1) + " 起不再受限", "still barred on " + day + ", free from " + day.plusDays(1)));
        }
        return new Count(number, nominal, day, List.copyOf(steps));
    }

    private static LocalDate end(Deadline deadline, int number, LocalDate start, WorkingDays calendar, List<Text> steps) {
        boolean counts = deadline.startCounts();
        switch (deadline.unit()) {
            case WORKING_DAYS -> {
                LocalDate end = counts ? calendar.plusCountingStart(start, number) : calendar.plus(start, number);
                steps.add(workingDays(number, counts ? start : start.plusDays(1), end, calendar));
                return end;
            }
            case DAYS -> {
                LocalDate end = start.plusDays(counts ? number - 1L : number);
                steps.add(new Text("第 " + number + " 天是 " + end, "day " + number + " is " + end));
                return end;
            }
            case MONTHS, YEARS -> {
                boolean months = deadline.unit() == Deadline.Unit.MONTHS;
                LocalDate end = months ? Periods.monthsAfter(start, number) : Periods.yearsAfter(start, number);
                boolean none = end.getDayOfMonth() != start.getDayOfMonth();
                steps.add(new Text(number + (months ? " 个月" : " 年") + "后" + (none ? "没有对应日，取月末 " : "的对应日是 ") + end,
                        number + (months ? " month" : " year") + (number == 1 ? "" : "s") + " later " + (none ? "that day does not exist; the last day of the month is " : "it is ") + end));
                return end;
            }
            default -> {
                LocalDate end = LocalDate.of(start.getYear() + number - (counts ? 1 : 0), 12, 31);
                steps.add(new Text("第 " + number + " 年止于 " + end, "year " + number + " ends on " + end));
                return end;
            }
        }
    }

    private static Text workingDays(int number, LocalDate from, LocalDate end, WorkingDays calendar) {
        if (number > LISTED) {
            return new Text("第 " + number + " 个工作日是 " + end, "working day " + number + " is " + end);
        }
        List<String> days = from.datesUntil(end.plusDays(1)).filter(calendar::isWorkingDay).map(LocalDate::toString).toList();
        return new Text(number + " 个工作日：" + String.join("、", days), number + " working days: " + String.join(", ", days));
    }

    private static LocalDate rolled(Roll roll, LocalDate nominal, WorkingDays calendar, List<Text> steps) {
        LocalDate day = switch (roll) {
            case NONE -> nominal;
            case FORWARD -> calendar.onOrAfter(nominal);
            case BACKWARD -> calendar.onOrBefore(nominal);
        };
        if (!day.equals(nominal)) {
            boolean forward = roll == Roll.FORWARD;
            steps.add(new Text(nominal + " 不是工作日，" + (forward ? "顺延到下一个工作日 " + day + "（民法典第203条）" : "提前到上一个工作日 " + day),
                    nominal + " is no working day; the " + (forward ? "next one is " + day + " (Civil Code, article 203)" : "last one before it is " + day)));
        }
        return day;
    }
}
