;;; test.el --- Emacs and eglot with the real server  -*- lexical-binding: t; -*-

;; emacs --batch -q -l test.el, with SERVER, MODE (the folder of referent-mode) and WORK (a folder with samples).
;; -q and not -Q, which hides Debian's packages.  Batch has neither idle timers nor commands, so what those would do
;; (connect, send edits, check) is called by hand; all the rest is as it is for a user.

;;; Code:

(require 'package)
(package-initialize)
(add-to-list 'load-path (getenv "MODE"))
(require 'referent-mode)
(require 'flymake)

(setq referent-command (list (getenv "SERVER") "lsp")
      eglot-sync-connect 60
      eglot-confirm-server-initiated-edits nil
      ;; Else only a server that has lived for three seconds is started again, and here all is quicker.
      eglot-autoreconnect t)
(referent-set :language "da")

(defvar n-passed 0)

(defun check (fact holds &optional more)
  "Say that FACT HOLDS, or end with MORE."
  (unless holds (error "%s: %S" fact more))
  (setq n-passed (1+ n-passed))
  (princ (format "  ok: %s\n" fact)))

(defun await (fact get)
  "Wait until GET returns something, say FACT, and return it."
  (let ((end (+ (float-time) 60)) got)
    (while (and (not (setq got (funcall get))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (check fact got (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
    got))

(defun finding (rule)
  "The finding of RULE as line, text and type."
  (let ((found (seq-find (lambda (one) (string-match-p (regexp-quote rule) (flymake-diagnostic-text one)))
                         (flymake-diagnostics))))
    (when found
      (list (line-number-at-pos (flymake-diagnostic-beg found))
            (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
            (flymake-diagnostic-type found)))))

(defun line (number)
  "The text of line NUMBER."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- number))
    (buffer-substring-no-properties (point) (line-end-position))))

(defun go (number column)
  "Put point on line NUMBER, COLUMN characters in."
  (goto-char (point-min))
  (forward-line (1- number))
  (forward-char column))

(defun open-sample (name)
  "Open the sample NAME as a user would."
  (find-file (expand-file-name name (getenv "WORK")))
  (check (format "%s is a document of ours" name) (eq major-mode 'referent-mode) major-mode)
  (unless (eglot-current-server) (apply #'eglot (eglot--guess-contact)))
  (await "the server answers" #'eglot-managed-p)
  (flymake-mode 1)
  (flymake-start))

(defun findings-stand-in-their-place ()
  (let ((weekday (await "a wrong weekday is found" (lambda () (finding "dates/weekday"))))
        (number (await "a CPR number is found" (lambda () (finding "privacy/cpr-number")))))
    (check "it stands in its place" (and (= (car weekday) 5) (string-prefix-p "Mandag" (cadr weekday))) weekday)
    (check "it is an error" (eq (nth 2 weekday) 'eglot-error) weekday)
    (check "columns are right after Danish letters" (equal (list (car number) (cadr number)) '(130 "010203-1234")) number)))

(defun outline-lists-the-items ()
  (let* ((all (flatten-tree (eglot-imenu)))
         (items (seq-uniq (seq-filter (lambda (one) (and (stringp one) (string-match-p "\\`[89][0-9]\\. " one))) all))))
    (check "the outline lists the items" (= (length items) 7) items)))

(defun headings-are-coloured ()
  (font-lock-ensure)
  (go 20 0)
  (check "headings are coloured" (eq (get-text-property (point) 'face) 'font-lock-keyword-face)
         (get-text-property (point) 'face)))

(defun a-setting-counts-at-once ()
  (referent-set :severity '(:dates/weekday "hint"))
  (await "a severity that is set counts at once"
         (lambda () (flymake-start) (eq (nth 2 (finding "dates/weekday")) 'eglot-note)))
  (referent-set :severity '(:dates/weekday "error"))
  (await "and so does the next" (lambda () (flymake-start) (eq (nth 2 (finding "dates/weekday")) 'eglot-error))))

(defun a-rule-is-explained ()
  (go 5 0)
  (check "the rule at point is known" (equal (referent--rule-at-point) "dates/weekday")
         (mapcar #'flymake-diagnostic-text (flymake-diagnostics (point))))
  (referent-explain "dates/weekday")
  (with-current-buffer "*referent*"
    (check "a rule is explained" (string-match-p "dates/weekday" (buffer-string)) (buffer-string))))

(defun a-quick-fix-changes-the-text ()
  (go 5 0)
  ;; Several are offered; return takes the one that is preferred.
  (cl-letf (((symbol-function 'completing-read) (lambda (_prompt _all &rest more) (nth 4 more)))
            (last-nonmenu-event ?\r)) ; not the mouse
    (eglot-code-actions (point) (line-end-position) "quickfix" t))
  (check "a quick fix changes the text" (equal (line 5) "Tirsdag, 12 oktober, 2021 - 16:30") (line 5))
  (eglot--signal-textDocument/didChange)
  (await "and its finding goes" (lambda () (not (finding "dates/weekday")))))

(defun enter-goes-on-with-the-list ()
  (go 47 0)
  (end-of-line)
  (let ((last-input-event ?\r)) (newline nil t))
  (check "Enter gives the next point its mark" (equal (line 48) "  2. ") (line 48))
  (check "and numbers those after it" (string-prefix-p "  3. at udvalget" (line 49)) (line 49))
  (check "and leaves point after the mark" (eolp) (point))
  (check "and the decision goes with its point" (equal (line 56) "Ad 3. Drøftet.") (line 56))
  (insert "x")
  (delete-region (1- (line-beginning-position)) (line-end-position))
  (go 48 2)
  (delete-char 1)
  (insert "2")
  (go 55 3)
  (delete-char 1)
  (insert "2")
  (eglot--signal-textDocument/didChange))

(defun rename-renumbers ()
  (go 48 2)
  (eglot-rename "9")
  (check "a point gets another number" (string-prefix-p "  9. at udvalget" (line 48)) (line 48))
  (check "and the decision follows" (equal (line 55) "Ad 9. Drøftet.") (line 55))
  (eglot--signal-textDocument/didChange))

(defun completion-offers-what-is-missing ()
  (check "completion has its usual key" (eq (key-binding (kbd "C-M-i")) 'completion-at-point))
  ;; Right under a sentence goes its next line: a heading is offered below a blank one.
  (go 72 0)
  (insert "\n")
  (eglot--signal-textDocument/didChange)
  (let ((offers (all-completions "" (nth 2 (eglot-completion-at-point)))))
    (check "completion offers the missing section"
           (seq-find (lambda (one) (string-prefix-p "Vurdering" (string-trim one))) offers) offers)))

(defun fix-all-makes-the-safe-fixes ()
  (open-sample "handicap.referat")
  (await "the second document is checked" (lambda () (finding "dates/time")))
  (referent-fix-all)
  (check "fix all makes the safe fixes" (string-match-p "fra kl\\. 15\\.30 og" (line 36)) (line 36))
  (eglot--signal-textDocument/didChange)
  (await "and their findings go" (lambda () (not (finding "dates/time")))))

(defun the-server-comes-back ()
  (let* ((first (eglot-current-server))
         (dead (jsonrpc--process first)))
    (signal-process dead 'KILL)
    (await "a server is killed" (lambda () (not (process-live-p dead))))
    ;; Eglot is told of the death by hand; in batch it is not told at all.
    (jsonrpc--process-sentinel dead "killed\n")
    (await "it comes back"
           (lambda () (and (eglot-current-server) (not (eq (eglot-current-server) first)))))
    (check "as another process" (not (eq (jsonrpc--process (eglot-current-server)) dead)))
    (go 36 0)
    (delete-region (point) (line-end-position))
    (insert "Arkitekten deltager i mødet fra kl 15.30.")
    (eglot--signal-textDocument/didChange)
    (await "and finds what is typed then" (lambda () (flymake-start) (finding "dates/time")))))

(condition-case failure
    (progn
      (open-sample "referat-social.txt")
      (findings-stand-in-their-place)
      (outline-lists-the-items)
      (headings-are-coloured)
      (a-setting-counts-at-once)
      (a-rule-is-explained)
      (a-quick-fix-changes-the-text)
      (enter-goes-on-with-the-list)
      (rename-renumbers)
      (completion-offers-what-is-missing)
      (fix-all-makes-the-safe-fixes)
      (the-server-comes-back)
      (eglot-shutdown (eglot-current-server))
      (princ (format "ok Emacs %s: %d facts\n" emacs-version n-passed))
      (kill-emacs 0))
  (error
   (princ (format "FAIL Emacs %s: %s\n" emacs-version (error-message-string failure)))
   (kill-emacs 1)))
;;; test.el ends here
