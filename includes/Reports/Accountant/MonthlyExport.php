<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Database\UniqueViolation;

/** Asks for the month before on the first days of a month, once. */
final readonly class MonthlyExport
{
    /** Where nothing worked on the first, it is made up for on the days after. */
    private const LAST_DAY = 5;

    /**
     * @param Closure(): Calendar $calendar
     * @param Closure(): string $locale the business's
     */
    public function __construct(private AccountantSettings $settings, private ExportRepository $exports, private RequestExport $request, private Closure $calendar, private Closure $locale)
    {
    }

    public function handle(): void
    {
        $today = ($this->calendar)()->today();
        $first = Calendar::add_months(substr($today, 0, 7) . '-01', -1);
        $month = substr($first, 0, 7);
        if ($this->settings->email() === '' || (int) substr($today, 8) > self::LAST_DAY || $this->exports->has_month($month)) {
            return;
        }
        try {
            $this->request->handle($first, Calendar::add_days(Calendar::add_months($first, 1), -1), Actor::system(), $month);
        } catch (UniqueViolation) {
            // Another worker was faster.
        }
    }

    /** What is mailed once it is ready; null where nobody asked for a mail. */
    public function mail(Export $export): ?Mail
    {
        $email = $this->settings->email();

        return $export->month === null || $email === '' ? null : new Mail('accountant_export', "accountant:{$export->month}", $email, '', ($this->locale)(), data: ['export_id' => $export->id]);
    }
}
