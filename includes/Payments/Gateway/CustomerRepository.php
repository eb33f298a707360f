<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** As whom a gateway knows a client; another one in each mode and account. */
final readonly class CustomerRepository
{
    private const TABLE = 'gateway_customers';

    public function __construct(private Database $database)
    {
    }

    public function find(int $client_id, string $gateway, string $mode, string $account): ?string
    {
        return $this->database->value(
            "SELECT customer FROM {$this->database->table(self::TABLE)} WHERE client_id = ? AND gateway = ? AND mode = ? AND account = ?",
            [$client_id, $gateway, $mode, $account]
        );
    }

    /** @return int|null the client that a gateway knows as this one; null when it is nobody here */
    public function client_of(string $gateway, string $mode, string $account, string $customer): ?int
    {
        $client = $this->database->value(
            "SELECT client_id FROM {$this->database->table(self::TABLE)} WHERE customer = ? AND gateway = ? AND mode = ? AND account = ?",
            [$customer, $gateway, $mode, $account]
        );

        return $client === null ? null : (int) $client;
    }

    /** @return string the one that is kept: of two made at the same moment the first */
    public function keep(int $client_id, string $gateway, string $mode, string $account, string $customer): string
    {
        try {
            $this->database->insert(self::TABLE, ['client_id' => $client_id, 'gateway' => $gateway, 'mode' => $mode, 'account' => $account, 'customer' => $customer]);
        } catch (UniqueViolation) {
            return $this->find($client_id, $gateway, $mode, $account) ?? $customer;
        }

        return $customer;
    }

    /** It was deleted at the gateway. */
    public function forget(string $gateway, string $customer): void
    {
        $this->database->delete(self::TABLE, ['gateway' => $gateway, 'customer' => $customer]);
    }
}
