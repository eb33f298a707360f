<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Letters;

use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** The bills of a mail about money that is for several at once, each with its part; a mail about one names it by invoice_id alone. */
final readonly class BillsInMail
{
    /** In a mail's data: "12:5000,13:2500", ids and minor units. */
    private const NAME = 'bills';

    public function __construct(private InvoiceRepository $invoices)
    {
    }

    /**
     * @param array<int, int> $parts minor units by invoice
     * @return array<string, string> for a mail's data; nothing for one bill
     */
    public static function data(array $parts): array
    {
        return count($parts) < 2 ? [] : [self::NAME => implode(',', array_map(static fn (int $id, int $part): string => "{$id}:{$part}", array_keys($parts), $parts))];
    }

    /** @return list<array{Invoice, Money}> each with its part; none where the mail is about one bill */
    public function of(QueuedMail $mail): array
    {
        $bills = [];
        foreach (array_filter(explode(',', $mail->text(self::NAME))) as $pair) {
            [$id, $part] = explode(':', $pair);
            $invoice = $this->invoices->find((int) $id, Viewer::system());
            if ($invoice !== null) {
                $bills[] = [$invoice, new Money((int) $part, $invoice->currency)];
            }
        }

        return count($bills) < 2 ? [] : $bills;
    }

    /**
     * @param list<array{Invoice, Money}> $bills
     * @return list<Fact>
     */
    public static function facts(array $bills, Letterhead $letterhead): array
    {
        return array_map(static fn (array $bill): Fact => new Fact((string) $bill[0]->number, $letterhead->money($bill[1])), $bills);
    }

    /**
     * What is due on all of them.
     *
     * @param non-empty-list<array{Invoice, Money}> $bills
     */
    public static function due(array $bills): Money
    {
        $due = $bills[0][0]->due();
        foreach (array_slice($bills, 1) as [$bill]) {
            $due = $due->plus($bill->due());
        }

        return $due;
    }

    /**
     * "INV-0001, INV-0002"
     *
     * @param list<array{Invoice, Money}> $bills
     */
    public static function numbers(array $bills): string
    {
        return implode(', ', array_map(static fn (array $bill): string => (string) $bill[0]->number, $bills));
    }
}
