<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Viewer;

/** Reads the books. Balances are sums of entries, in minor units. */
final readonly class Postings
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param list<string> $sources "payment:12"
     * @return array<string, int> what came with each, at a gateway or offline; negative where it went back
     */
    public function received(array $sources): array
    {
        if ($sources === []) {
            return [];
        }
        $money = Account::MONEY;
        $rows = $this->database->rows(
            "SELECT posting.source, SUM(entry.amount) AS amount FROM {$this->database->table('ledger_postings')} posting
            JOIN {$this->database->table('ledger_entries')} entry ON entry.posting_id = posting.id
            WHERE posting.source IN ({$this->database->marks($sources)}) AND {$money} GROUP BY posting.source",
            $sources
        );

        $received = [];
        foreach ($rows as $row) {
            $received[(string) $row['source']] = (int) $row['amount'];
        }

        return $received;
    }

    /** @return array<string, array{receivable: int, credit: int}> what a client owes and what it has with the agency, by currency */
    public function balances_of(int $client_id, Viewer $viewer): array
    {
        $sees = $viewer->condition('client_id');
        $rows = $this->database->rows(
            "SELECT currency, account, SUM(amount) AS amount FROM {$this->database->table('ledger_entries')}
            WHERE client_id = ? AND account IN (?, ?) AND {$sees->sql} GROUP BY currency, account ORDER BY currency",
            [$client_id, Account::RECEIVABLE, Account::CREDIT, ...$sees->arguments]
        );
        $balances = [];
        foreach ($rows as $row) {
            $balances[(string) $row['currency']] ??= ['receivable' => 0, 'credit' => 0];
            $is_owed = $row['account'] === Account::RECEIVABLE;
            $balances[(string) $row['currency']][$is_owed ? 'receivable' : 'credit'] = ($is_owed ? 1 : -1) * (int) $row['amount'];
        }

        return $balances;
    }

    /**
     * What moved on a client's credit, newest first; of credit that paid an invoice, that invoice.
     *
     * @return list<array<string, string|null>> id, kind, day, amount (above zero where the credit grew), currency, invoice_id
     */
    public function credit_of(int $client_id, int $limit): array
    {
        return $this->database->rows(
            "SELECT entry.id, posting.kind, posting.day, -entry.amount AS amount, entry.currency,
                COALESCE((SELECT MAX(other.invoice_id) FROM {$this->database->table('ledger_entries')} other
                    WHERE other.posting_id = posting.id AND posting.kind = 'credit.used' AND other.account = ?), entry.invoice_id) AS invoice_id
            FROM {$this->database->table('ledger_entries')} entry JOIN {$this->database->table('ledger_postings')} posting ON posting.id = entry.posting_id
            WHERE entry.client_id = ? AND entry.account = ? ORDER BY entry.id DESC LIMIT ?",
            [Account::RECEIVABLE, $client_id, Account::CREDIT, $limit]
        );
    }
}
