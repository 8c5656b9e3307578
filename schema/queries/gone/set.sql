UPDATE residence SET presumed_gone = :presumed, batch = :batch WHERE id = :id
