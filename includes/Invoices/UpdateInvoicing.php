<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\Restart;
use Counterfoil\Documents\SeriesRepository;
use Counterfoil\Documents\UsedNumbers;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use InvalidArgumentException;

/** Changes how new invoices are made. The next number only goes up: one that was given is never given again. */
final readonly class UpdateInvoicing
{
    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private Changes $changes,
        private InvoicingRepository $invoicings,
        private SeriesRepository $series,
        private UsedNumbers $used,
        private Closure $today,
    ) {
    }

    /**
     * @param array<string, mixed> $body `invoicing.update` of the contract
     * @throws DomainError 400
     */
    public function handle(array $body, Actor $by): void
    {
        $invoicing = new Invoicing(
            $body['prefix'],
            $body['minimum_digits'],
            $body['due_days'],
            Input::text($body['footer']),
            Input::line($body['tax_name']),
            $body['tax_rate'],
            $body['tax_mode'],
            Input::line($body['number_pattern']),
            Restart::from($body['restart']),
        );
        self::check_pattern($invoicing);
        $next = $body['next_number'];
        $this->changes->run($by, function (Change $change) use ($invoicing, $next): void {
            $this->raise($invoicing, $next);
            $this->invoicings->save($invoicing);
            $change->event('settings.invoicing_updated', [['settings', 0]], null);
            /**
             * Fires after the invoice settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_invoicing_updated');
        });
    }

    /** @throws DomainError 400 when two periods would write the same number */
    private static function check_pattern(Invoicing $invoicing): void
    {
        try {
            $invoicing->format();
        } catch (InvalidArgumentException) {
            throw DomainError::invalid(match ($invoicing->restart) {
                Restart::Never => __('Use {number} once so that each invoice has its own number. For example: {number}', 'counterfoil'),
                Restart::Yearly => __('Numbers that restart every year need {year} and {number} once each. For example: {year}-{number}', 'counterfoil'),
                Restart::Monthly => __('Numbers that restart every month need {year}, {month} and {number} once each. For example: {month}/{year}/{number}', 'counterfoil'),
            }, '/number_pattern');
        }
    }

    private function raise(Invoicing $invoicing, int $next): void
    {
        $kind = DocumentKind::Invoice;
        $format = $invoicing->format();
        $today = ($this->today)();
        $period = $format->period($today);
        if (! $this->series->raise($kind, $period, $next)) {
            $least = max($this->series->next_number($kind, $period), $this->used->highest($kind, $period) + 1);
            throw DomainError::invalid(
                /* translators: %d: a number */
                sprintf(__('Enter %d or a higher number. Invoice numbers are never reused.', 'counterfoil'), $least),
                '/next_number'
            );
        }
        $number = $format->text($next, $today);
        if ($this->used->is_taken($kind, $number)) {
            throw DomainError::invalid(
                /* translators: %s: an invoice's number, "INV-0012" */
                sprintf(__('Invoice %s already exists. Choose another prefix or a higher number.', 'counterfoil'), $number),
                '/prefix'
            );
        }
    }
}
