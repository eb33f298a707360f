<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use SensitiveParameter;

/** All the log-in block has to know. Texts are plain and translated; escape them. */
final readonly class LoginView
{
    /**
     * @param string $form value of the hidden field `counterfoil_form`, '' when there is no form
     * @param list<string> $fields which of email, password are asked for, in that order
     * @param list<array{label: string, url: string}> $links what else to do
     */
    public function __construct(
        public LoginStep $step,
        public string $title,
        public string $lead,
        public string $form,
        public array $fields,
        public string $button,
        public array $links,
        /** Filled in; cannot be changed when it came with an invitation */
        public string $email = '',
        public bool $is_email_fixed = false,
        #[SensitiveParameter]
        public string $token = '',
        public string $redirect_to = '',
        /** A new password is chosen (autocomplete="new-password", NewPassword::LEAST characters) rather than typed in */
        public bool $is_new_password = false,
        public string $error = '',
        /** What the page is to be answered with: 200, or 400, 403, 409, 429 after a form that failed */
        public int $status = 200,
    ) {
    }

    public function with_error(string $error, int $status, string $email): self
    {
        return new self(
            $this->step,
            $this->title,
            $this->lead,
            $this->form,
            $this->fields,
            $this->button,
            $this->links,
            $this->is_email_fixed ? $this->email : $email,
            $this->is_email_fixed,
            $this->token,
            $this->redirect_to,
            $this->is_new_password,
            $error,
            $status
        );
    }
}
