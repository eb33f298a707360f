<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/** Invoices of a person's clients. What was issued is kept as it is: the law wants it so. */
final readonly class PersonalInvoices implements PersonalData
{
    public function __construct(private Database $database, private AttachmentRepository $files)
    {
    }

    public function export(Person $person): array
    {
        $format = new MoneyFormat(determine_locale());

        $issued = $this->issued($person);
        $files = $this->files->names(array_map(static fn (array $row): int => (int) $row['id'], $issued));
        $records = array_map(static fn (array $row): Record => new Record('counterfoil-invoices', __('Invoices', 'counterfoil'), "counterfoil-invoice-{$row['id']}", [
            __('Number', 'counterfoil') => (string) $row['number'],
            __('Issue date', 'counterfoil') => (string) $row['issue_date'],
            __('Due date', 'counterfoil') => (string) $row['due_date'],
            __('Total', 'counterfoil') => $format->money(Money::of((int) $row['total'], (string) $row['currency'])),
            __('Paid', 'counterfoil') => $format->money(Money::of((int) $row['paid'], (string) $row['currency'])),
        ] + (isset($files[(int) $row['id']]) ? [__('Attached files', 'counterfoil') => implode(', ', $files[(int) $row['id']])] : [])), $issued);
        foreach ($this->chosen_for($person) as $row) {
            $records[] = new Record('counterfoil-invoice-recipients', __('Emails about single invoices', 'counterfoil'), "counterfoil-invoice-recipient-{$row['id']}", [
                __('Invoice', 'counterfoil') => (string) $row['number'],
                __('Email', 'counterfoil') => $person->email,
            ]);
        }

        return $records;
    }

    public function erase(Person $person, Change $change): array
    {
        foreach ($this->chosen_for($person) as $row) {
            $change->event('invoice.recipients_chosen', [['invoice', (int) $row['id']]], (int) $row['client_id']);
        }
        $this->database->delete('invoice_recipients', ['email' => $person->email]);
        $count = count($this->issued($person));

        return $count === 0 ? [] : [sprintf(
            /* translators: %s: number of invoices */
            _n('%s issued invoice and its payments are kept because the law requires it.', '%s issued invoices and their payments are kept because the law requires it.', $count, 'counterfoil'),
            number_format_i18n($count)
        )];
    }

    /** @return list<array<string, string|null>> invoices whose mails the person was chosen for */
    private function chosen_for(Person $person): array
    {
        return $this->database->rows(
            "SELECT invoice.id, invoice.number, invoice.client_id FROM {$this->database->table('invoice_recipients')} chosen
            JOIN {$this->database->table('invoices')} invoice ON invoice.id = chosen.invoice_id WHERE chosen.email = ? ORDER BY invoice.id",
            [$person->email]
        );
    }

    /** @return list<array<string, string|null>> */
    private function issued(Person $person): array
    {
        return $person->client_ids === [] ? [] : $this->database->rows(
            "SELECT id, number, issue_date, due_date, total, paid, currency FROM {$this->database->table('invoices')}
            WHERE client_id IN ({$this->database->marks($person->client_ids)}) AND status <> 'draft' ORDER BY id",
            $person->client_ids
        );
    }
}
