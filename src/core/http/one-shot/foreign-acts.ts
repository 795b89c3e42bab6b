import { words } from "./words.ts";

/** Words of acts as the routes of programs write them, without accents; German umlauts stand as two letters. */
const WRITTEN = `
  abmelden abmeldung abbestellen austragen ausloggen bestaetigen bestaetigung aktivieren aktivierung freischalten freischaltung
  kuendigen kuendigung loeschen entfernen hinzufuegen stornieren stornierung einloesen ablehnen annehmen zusagen absagen
  zuruecksetzen bezahlen
  deconnexion deconnecter desinscription desinscrire desabonnement desabonner valider confirmer activer supprimer annuler
  ajouter retirer enlever accepter refuser payer reinitialiser resilier
  cerrar darse confirmar activar cancelar eliminar borrar quitar agregar anadir aceptar rechazar pagar desuscribir
  desinscribir verificar restablecer salir
  conferma confermare attiva attivare annulla elimina rimuovi aggiungi disiscriviti esci accetta rifiuta paga cancella
  ativar ativacao excluir remover adicionar sair aceitar recusar descadastrar confirmacao cancelamento apagar
  uitloggen afmelden uitschrijven bevestigen bevestiging activeren annuleren verwijderen toevoegen accepteren betalen
  opzeggen
  wyloguj wypisz wypiszsie potwierdz potwierdzenie aktywuj aktywacja usun dodaj anuluj zaplac akceptuj odrzuc
  odhlasit potvrdit aktivovat aktivace smazat odstranit pridat zrusit zaplatit vymazat odjava potvrdi obrisi
  avregistrera bekrafta aktivera tabort radera avbryt betala loggaut bekreft aktiver avmeld loggut bekraeft afmeld afslut
  kirjaudu vahvista aktivoi poista peruuta lisaa maksa
  kijelentkezes leiratkozas megerosites aktivalas torles
  cikis onayla dogrula aktivasyon ekle iptal kaldir
  hapus keluar aktivasi verifikasi konfirmasi batal tambah bayar
  activeaza sterge adauga anuleaza dezabonare deconectare
  dangxuat xacnhan kichhoat vyhod udalit podtverdit otpiska otpisatsya aktivatsiya`;

/** The same in other scripts, where they are whole segments. */
const OTHER_SCRIPTS = `
  выход выйти удалить подтвердить подтверждение активация отписаться отписка вихід видалити
  退出 登出 注销 註銷 退订 取消订阅 删除 确认 ログアウト 退会 配信停止 解約 削除 로그아웃 탈퇴 수신거부 삭제
  αποσυνδεση διαγραφη תנתק התנתק הסרה خروج حذف`;

/** Acts in languages beside English; an umlaut is written in two ways. */
export const foreignActs = (): string[] =>
  [...words(WRITTEN)()].flatMap((word) => [word, word.replace(/([aou])e/g, "$1")]);

const WHOLE = words(OTHER_SCRIPTS);

/** Whether a segment is the name of an act in a script that has no Latin letters. */
export const isForeignAct = (segment: string): boolean => WHOLE().has(segment.toLowerCase());
