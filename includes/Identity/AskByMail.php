<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Emails\Message;
use Counterfoil\Emails\Outbox;
use Counterfoil\Shared\DomainError;

/**
 * Somebody asks for a link by mail. Whether the address is known is not looked up here but when the mail
 * is written, after the answer: the work, and so the time, is the same for every address.
 */
final readonly class AskByMail
{
    public function __construct(private Throttle $throttle, private Outbox $outbox)
    {
    }

    /** @throws DomainError 429 */
    public function reset(string $email): void
    {
        $this->ask(Message::PasswordReset, $email, []);
    }

    /** @throws DomainError 429 */
    public function link(string $email, string $redirect_to = ''): void
    {
        $this->ask(Message::MagicLink, $email, ['redirect_to' => mb_substr($redirect_to, 0, 2000)]);
    }

    /** @param array<string, string> $data */
    private function ask(Message $message, string $email, array $data): void
    {
        $this->throttle->mail($email);
        $this->outbox->enqueue($message, "{$message->value}:" . bin2hex(random_bytes(16)), $email, '', '', null, null, null, $data);
    }
}
