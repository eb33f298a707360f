<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\MailPurpose;
use Counterfoil\Clients\Recipients;
use Counterfoil\Gateways\BankTransfer\OfferedTransfers;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\Lists\DueInvoicesQuery;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;

/**
 * Leaves the reminders of today: one mail a client and day, however many of its invoices are due, and none about an
 * invoice while money for it is on its way.
 */
final readonly class SendReminders
{
    /** Nobody is reminded of money at night: from eight in the morning where the business is. */
    private const HOUR = 8;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Changes $changes,
        private ScheduleRepository $schedules,
        private ReminderRepository $reminders,
        private DueInvoicesQuery $due,
        private InvoiceRepository $invoices,
        private UnderWayQuery $payments,
        private ClientRepository $clients,
        private Recipients $recipients,
        private OfferedTransfers $transfers,
        private Closure $calendar,
    ) {
    }

    public function handle(): void
    {
        $schedule = $this->schedules->get();
        $calendar = ($this->calendar)();
        if (! $schedule->is_on || $calendar->hour() < self::HOUR) {
            return;
        }
        $today = $calendar->today();
        foreach ($this->waiting($schedule, $today) as $client_id => $steps) {
            $this->remind($client_id, $steps, $schedule, $today);
        }
    }

    /** @return array<int, array<int, int>> the step of each invoice that may be due for one, by client and invoice */
    private function waiting(Schedule $schedule, string $today): array
    {
        $invoices = $this->due->due_within($schedule->ranges($today), Viewer::system());
        if ($invoices === []) {
            return [];
        }
        // Who said that it was transferred is left alone for some days.
        $pausing = $this->transfers->pausing($invoices, $today);
        $sent = $this->reminders->sent(array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices));
        $waiting = [];
        foreach ($invoices as $invoice) {
            $step = $schedule->step($invoice->due_date, $today);
            if ($step !== null && ! in_array($invoice->id, $pausing, true) && ! isset($sent[ReminderRepository::key($invoice->id, $invoice->due_date, $step)])) {
                $waiting[$invoice->client_id][$invoice->id] = $step;
            }
        }
        $without = $waiting === [] ? [] : $this->reminders->without(array_keys($waiting));

        return array_diff_key($waiting, array_flip($without));
    }

    /** @param array<int, int> $steps by invoice */
    private function remind(int $client_id, array $steps, Schedule $schedule, string $today): void
    {
        $client = $this->clients->find($client_id, Viewer::system());
        $recipients = $client === null ? [] : $this->recipients->billing($client, MailPurpose::Reminders);
        if ($client === null || $recipients === []) {
            return;
        }
        ksort($steps);
        if (array_filter(array_keys($steps), fn (int $id): bool => ! $this->payments->is_waited_for($id)) === []) {
            return;
        }
        $this->changes->run(Actor::system(), function (Change $change) use ($client, $recipients, $steps, $schedule, $today): void {
            $reminded = [];
            foreach ($steps as $invoice_id => $step) {
                $this->invoices->lock([$invoice_id]);
                $invoice = $this->invoices->get($invoice_id, Viewer::system());
                $is_wanted = $invoice->is_payable() && $schedule->step($invoice->due_date, $today) === $step && ! $this->payments->is_waited_for($invoice_id);
                if ($is_wanted && $this->reminders->note($invoice, $step)) {
                    $reminded[] = $invoice;
                }
            }
            if ($reminded !== []) {
                $this->leave($change, $reminded, $recipients, $client->portal_id, $today);
            }
        });
    }

    /**
     * @param non-empty-list<Invoice> $invoices of one client
     * @param non-empty-list<array{email: string, name: string, locale: string, copy: string}> $recipients
     */
    private function leave(Change $change, array $invoices, array $recipients, int $portal_id, string $today): void
    {
        $client_id = $invoices[0]->client_id;
        $ids = implode(',', array_map(static fn (Invoice $invoice): int => $invoice->id, $invoices));
        foreach ($recipients as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $reason = "reminder:{$client_id}:{$today}:{$ids}:" . strtolower($email);
            $change->mail(new Mail('reminder', $reason, $email, $name, $locale, $client_id, $portal_id, $invoices[0]->id, ['invoices' => $ids] + array_filter(['copy' => $copy])));
        }
        foreach ($invoices as $invoice) {
            $change->event('invoice.reminded', [['invoice', $invoice->id]], $client_id, [
                'number' => $invoice->number,
                'recipients' => implode(', ', array_column($recipients, 'email')),
            ]);
            /**
             * Fires once a reminder of an invoice is on its way.
             *
             * @param int $invoice_id
             * @since 0.2.0
             */
            $change->hook('invoice_reminded', $invoice->id);
        }
    }
}
