<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Change\PostBox;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\EmailAddress;

/**
 * Somebody asks for a link by mail. Whether the address is known is not looked up here but when the mail
 * is written, after the answer: the work, and so the time, is the same for every address.
 */
final readonly class AskByMail
{
    public function __construct(private Throttle $throttle, private PostBox $post_box)
    {
    }

    /** @throws DomainError 429 */
    public function reset(string $email): void
    {
        $this->ask('password_reset', $email, []);
    }

    /** @throws DomainError 429 */
    public function link(string $email, string $redirect_to = ''): void
    {
        $this->ask('magic_link', $email, ['redirect_to' => mb_substr($redirect_to, 0, 2000)]);
    }

    /** @param array<string, string> $data */
    private function ask(string $message, string $email, array $data): void
    {
        $this->throttle->mail($email);
        $this->post_box->leave(new Mail($message, "{$message}:" . bin2hex(random_bytes(16)), EmailAddress::normal($email), '', '', data: $data));
    }
}
